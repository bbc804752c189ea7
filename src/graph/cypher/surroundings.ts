import type { EntityLabel } from '../../domain/entity-type.ts';
import type { EdgeType } from '../../domain/model.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { overlapsYears } from './overlaps-years.ts';

/** What of a record's surroundings counts: the parameters of the conditions here. */
export interface SurroundingsFilter {
  /** Labels of the records wanted; null: any. */
  readonly labels: readonly EntityLabel[] | null;
  /** Only participations in these roles, and no other relations; null: all relations. */
  readonly roles: readonly Term<'Role'>[] | null;
  readonly basis: readonly Term<'Basis'>[];
  /** YYYY-MM-DD. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly to: string | null;
}

/** The relations that are followed: those that join actors, activities and arrangements with one another. */
const FOLLOWED_TYPES: readonly EdgeType[] = [
  'PARTICIPATES_IN',
  'PLAYS',
  'COVERS',
  'TIED_TO',
  'BELONGS_TO',
  'PART_OF',
  'RELATED_TO',
];

/** The relation types for a Cypher pattern. */
export const FOLLOWED = FOLLOWED_TYPES.join('|');

/** A record with more relations than this is a hub: what lies behind it is not walked to. */
export const MOST_OF_A_NORMAL_RECORD = 500;

/** The Cypher condition that a relation counts; compared by role only where roles are asked for. */
export function relationFits(variable: string, { roles }: Pick<SurroundingsFilter, 'roles'>): string {
  const hasBasis = `${variable}.basis IN $basis`;
  return roles === null
    ? hasBasis
    : `${hasBasis} AND type(${variable}) = 'PARTICIPATES_IN' AND ${variable}.role IN $roles`;
}

/** The Cypher condition that a record counts, of what is asked for; `true` where nothing is. Actors have no dates of their own. */
export function recordFits(variable: string, { labels, from, to }: SurroundingsFilter): string {
  const conditions = [
    ...(labels === null ? [] : [`any(label IN labels(${variable}) WHERE label IN $labels)`]),
    ...(from === null && to === null ? [] : [`(${variable}:Actor OR (${overlapsYears(variable, { from, to })}))`]),
  ];
  return conditions.join(' AND ') || 'true';
}

/** The Cypher condition that a record is a hub. That it has few relations of any kind at all is the cheaper to learn. */
export function isHub(variable: string): string {
  return `CASE WHEN COUNT { (${variable})--() } <= $mostRelations THEN false
    ELSE COUNT { (${variable})-[:${FOLLOWED}]-() } > $mostRelations END`;
}
