import type { Term } from '../../domain/vocabulary.ts';
import { isMeantBy, matchActorsMeant } from './actors-meant.ts';
import { overlapsYears } from './overlaps-years.ts';

/** Whose work is looked at, and what of it counts: the parameters of all questions about shared activities. */
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
export function isOurs(part: string): string {
  return `${part}.basis IN $basis AND ($ofRoles IS NULL OR ${part}.role IN $ofRoles)`;
}

/** The Cypher condition that a participation of a partner counts. */
export function isTheirs(part: string): string {
  return `${part}.basis IN $basis AND ($partnerRoles IS NULL OR ${part}.role IN $partnerRoles)`;
}

/** Binds `ours`, each participation of those asked about that counts, with its `activity` and `named`, whom it was asked for. */
export const OUR_PARTS = `
  UNWIND $of AS askedId
  ${matchActorsMeant('askedId', 'asked')}
  MATCH (asked)-[ours:PARTICIPATES_IN]->(activity:Activity)
  WHERE ${isOurs('ours')}
    AND ${overlapsYears('activity')}`;

/** Binds `theirs`, each participation of an actor in `activity` that counts, with its `partner`; a WHERE may go on. */
export const THEIR_PARTS = `
  MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
  WHERE ${isTheirs('theirs')}`;

/** The Cypher condition that an actor is of the labels wanted and not among those asked about: asked once for each actor. */
export const IS_PARTNER = `
  NOT ${isMeantBy('partner', '$of')}
    AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels))`;
