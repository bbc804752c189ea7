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

/**
 * The Cypher condition that a participation is in one of `$roles` (null: any) and on one of `$basis`. With `asked` roles
 * are compared only where some are given; without it, the condition fits whatever is given.
 */
export function participationFits(variable: string, asked?: Pick<ParticipationFilter, 'roles'>): string {
  const hasBasis = `${variable}.basis IN $basis`;
  if (!asked) return `${hasBasis} AND ($roles IS NULL OR ${variable}.role IN $roles)`;
  return asked.roles === null ? hasBasis : `${hasBasis} AND ${variable}.role IN $roles`;
}
