import { readAmount, unitsAt } from './exact-amount.ts';
import type { Share } from './split-by-shares.ts';

/** A recipient or sector of an activity with its share in per cent, where one is published. */
export interface PublishedShare {
  /** Null for those that could not be read. */
  readonly key: string | null;
  readonly percentage: string | null;
}

export interface ReadShares {
  /** What money is split by; none of them is 0. */
  readonly shares: readonly Share[];
  /** True where a part falls to the key null. */
  readonly isMissing: boolean;
  /** True where the published shares are more than the whole: each is then a share of their sum. */
  readonly isOverHundred: boolean;
}

/**
 * Published shares as money is split by them. They count as they are; what is left of one hundred falls to the one
 * without a share, be it alone or beside others, and to the key null where there is no such one, or several, or some that
 * could not be read.
 */
export function readShares(published: readonly PublishedShare[]): ReadShares {
  const stated = published.flatMap(({ key, percentage }) =>
    percentage === null ? [] : [{ key, amount: readAmount(percentage) }],
  );
  const digits = Math.max(0, ...stated.map(({ amount }) => amount.digits));
  const known: Share[] = stated.map(({ key, amount }) => ({ key, weight: unitsAt(amount, digits) }));
  const rest = 100n * 10n ** BigInt(digits) - known.reduce((sum, { weight }) => sum + weight, 0n);
  const unknown = published.filter(({ percentage }) => percentage === null);
  const heir = unknown.length === 1 ? (unknown[0]?.key ?? null) : null;
  return {
    shares: [...known, { key: heir, weight: rest }].filter(({ weight }) => weight > 0n),
    isMissing: rest > 0n && heir === null,
    isOverHundred: rest < 0n,
  };
}
