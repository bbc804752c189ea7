import { DomainError } from '../../../errors.ts';

/** The most transactions that are summed at once. */
export const MOST_TRANSACTIONS = 200_000;

/** Refuses what was cut because more than so many transactions fit. */
export function requireCountable(transactions: number, most: number): void {
  if (transactions <= most) return;
  throw new DomainError(
    'LimitExceeded',
    `filter: more than ${most} transactions fit, and no more are summed at once; narrow it, for instance to some years, actors or recipients`,
  );
}
