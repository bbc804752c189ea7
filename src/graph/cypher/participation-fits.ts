import type { Term } from '../../domain/vocabulary.ts';

/** Which participations count, and in which activities; the parameters of the conditions here and of `overlapsYears`. */
export interface ParticipationFilter {
  readonly roles: readonly Term<'Role'>[] | null;
  readonly basis: readonly Term<'Basis'>[];
  /** YYYY-MM-DD. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly to: string | null;
}

/** The Cypher condition that a participation is in one of `$roles` (null: any) and on one of `$basis`. */
export function participationFits(variable: string): string {
  return `${variable}.basis IN $basis AND ($roles IS NULL OR ${variable}.role IN $roles)`;
}
