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
export function relationFits(variable: string): string {
  return `${variable}.basis IN $basis AND ($roles IS NULL OR (type(${variable}) = 'PARTICIPATES_IN' AND ${variable}.role IN $roles))`;
}

/** The Cypher condition that a record counts. Actors have no dates of their own. */
export function recordFits(variable: string): string {
  return `($labels IS NULL OR any(label IN labels(${variable}) WHERE label IN $labels))
    AND (${variable}:Actor OR (${overlapsYears(variable)}))`;
}

/** The Cypher expression for the number of a record's relations of the types followed. */
export function relationCount(variable: string): string {
  return `COUNT { (${variable})-[:${FOLLOWED}]-() }`;
}
