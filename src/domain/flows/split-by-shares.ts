import { type ExactAmount, unitsAt } from './exact-amount.ts';

/** A share of a whole, by its weight among all shares; the key null is what nobody is known to have. */
export interface Share {
  readonly key: string | null;
  /** Not negative; the weights of all shares together are more than 0. */
  readonly weight: bigint;
}

export interface Part {
  readonly key: string | null;
  readonly amount: ExactAmount;
}

/** Money is rounded to hundredths, or to as many digits as the amount has. */
const LEAST_DIGITS = 2;

/**
 * The parts of an amount by shares, in the order of the shares. They sum to the amount exactly: what rounding down leaves
 * goes, a unit each, to the parts with the largest remainders; of equal ones to the first by key, null being the last.
 */
export function splitByShares(amount: ExactAmount, shares: readonly Share[]): Part[] {
  const digits = Math.max(LEAST_DIGITS, amount.digits);
  const signed = unitsAt(amount, digits);
  const units = signed < 0n ? -signed : signed;
  const total = shares.reduce((sum, { weight }) => sum + weight, 0n);
  let left = units;
  const parts = shares.map(({ key, weight }) => {
    const product = units * weight;
    const whole = product / total;
    left -= whole;
    return { key, units: whole, remainder: product - whole * total };
  });
  if (left > 0n) for (const part of parts.toSorted(byRemainder).slice(0, Number(left))) part.units += 1n;
  return parts.map(({ key, units }) => ({ key, amount: { units: signed < 0n ? -units : units, digits } }));
}

interface Rounded {
  readonly key: string | null;
  readonly remainder: bigint;
}

function byRemainder(one: Rounded, other: Rounded): number {
  if (one.remainder !== other.remainder) return one.remainder > other.remainder ? -1 : 1;
  if (one.key === null || other.key === null) return one.key === null ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
