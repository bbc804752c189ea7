import type { Term } from '../vocabulary.ts';
import type { Reason } from './reason.ts';

/** What comparing two organisations came to. */
export interface Resolution {
  readonly outcome: Term<'MatchOutcome'>;
  /** 0 to 100: the sum of the reasons' points, kept within these bounds. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** From here on two records are taken to be one organisation. */
export const SAME_FROM = 80;
/** From here on a person should decide. */
export const ASK_FROM = 45;

export function toResolution(reasons: readonly Reason[]): Resolution {
  const sum = reasons.reduce((points, each) => points + each.points, 0);
  const score = Math.min(100, Math.max(0, sum));
  return { outcome: score >= SAME_FROM ? 'SAME' : score >= ASK_FROM ? 'ASK' : 'DIFFERENT', score, reasons };
}
