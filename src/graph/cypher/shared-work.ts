import type { NodeLabel } from '../../domain/model.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { isMeantBy, matchActorsMeant } from './actors-meant.ts';
import { overlapsYears } from './overlaps-years.ts';

/**
 * Whose work is looked at, and what of it counts: the parameters of all questions about shared activities. What is null
 * sets no condition and stands in no statement.
 */
export interface SharedWorkCriteria {
  /** Ids of those asked about; a country stands for itself and its own organisations. */
  readonly of: readonly string[];
  /** The roles of those asked about; null: any. */
  readonly ofRoles: readonly Term<'Role'>[] | null;
  /** The roles of the partner; null: any. */
  readonly partnerRoles: readonly Term<'Role'>[] | null;
  /** YYYY-MM-DD. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly to: string | null;
  readonly basis: readonly Term<'Basis'>[];
}

/** The Cypher condition that a participation of one of those asked about counts. */
export function isOurs(part: string, { ofRoles }: SharedWorkCriteria): string {
  return `${part}.basis IN $basis${ofRoles === null ? '' : ` AND ${part}.role IN $ofRoles`}`;
}

/** The Cypher condition that a participation of a partner counts. */
export function isTheirs(part: string, { partnerRoles }: SharedWorkCriteria): string {
  return `${part}.basis IN $basis${partnerRoles === null ? '' : ` AND ${part}.role IN $partnerRoles`}`;
}

/**
 * Binds `ours`, each participation of those asked about that counts, with its `activity` and `askedId`, whom it was asked
 * for; a WHERE may go on. Labels are not asked for: what a participation joins, its type says.
 */
export function matchOurParts(criteria: SharedWorkCriteria): string {
  const { of, from, to } = criteria;
  const conditions = [isOurs('ours', criteria), overlapsYears('activity', { from, to })].join(' AND ');
  return `
  UNWIND $of AS askedId
  ${matchActorsMeant('askedId', 'asked', of)}
  MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
  WHERE ${conditions}`;
}

/** Binds `theirs`, each participation of an actor in `activity` that counts, with its `partner`; a WHERE may go on. */
export function matchTheirParts(criteria: SharedWorkCriteria): string {
  return `
  MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
  WHERE ${isTheirs('theirs', criteria)}`;
}

/** The Cypher condition that an actor is of the labels wanted and not among those asked about: asked once for each actor. */
export function isPartner({
  of,
  labels,
}: {
  readonly of: readonly string[];
  readonly labels: readonly NodeLabel[] | null;
}) {
  const isOther = `NOT ${isMeantBy('partner', '$of', of)}`;
  return labels === null ? isOther : `${isOther} AND any(label IN labels(partner) WHERE label IN $labels)`;
}
