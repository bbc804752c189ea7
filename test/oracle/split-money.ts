import { Decimal } from 'decimal.js';
import type { SmallActivity, SmallGraph } from './small-graph.ts';

/** Enough digits that nothing in the small graphs is ever rounded. */
export const Exact = Decimal.clone({ precision: 80 });

export interface PercentShare {
  readonly key: string | null;
  readonly percent: Decimal;
}

type Published = readonly { readonly id: string; readonly percentage: string | null }[];

/** The shares of the recipients: the countries that benefit by more than inference. */
export function recipientsOf(
  { countries, participations }: SmallGraph,
  activity: string,
  isCounted = (basis: string) => basis !== 'INFERRED',
): Published {
  return participations
    .filter((part) => part.activity === activity && part.role === 'BENEFICIARY' && isCounted(part.basis))
    .filter(({ actor }) => countries.some(({ id }) => id === actor))
    .map(({ actor, percentage }) => ({ id: actor, percentage }));
}

export function sectorsOf({ activities }: SmallGraph, activity: string): Published {
  return (activities.find(({ id }) => id === activity) as SmallActivity).sectors;
}

/** Per cent of the whole; they sum to 100 or more. */
export function percentShares(published: Published): PercentShare[] {
  const stated = published.filter(({ percentage }) => percentage !== null);
  const shares = stated.map(({ id, percentage }) => ({ key: id, percent: new Exact(percentage as string) }));
  const rest = Decimal.max(
    0,
    new Exact(100).minus(shares.reduce((sum, { percent }) => sum.plus(percent), new Exact(0))),
  );
  const others = published.filter(({ percentage }) => percentage === null);
  const heir = others.length === 1 ? (others[0]?.id as string) : null;
  return [...shares, { key: heir, percent: rest }].filter(({ percent }) => percent.gt(0));
}

/** What shares leave to nobody, and what they claim beyond the whole. */
export function judge(published: Published) {
  const shares = percentShares(published);
  const total = shares.reduce((sum, { percent }) => sum.plus(percent), new Exact(0));
  return { isMissing: shares.some(({ key }) => key === null), isOverHundred: total.gt(100) };
}

/** The amount by shares, to `digits` digits: rounded to zero, and a unit more for those that lost most. */
export function splitAmount(amount: Decimal, shares: readonly PercentShare[], digits: number) {
  const total = shares.reduce((sum, { percent }) => sum.plus(percent), new Exact(0));
  const parts = shares.map(({ key, percent }) => {
    const ideal = amount.abs().times(percent).div(total);
    const rounded = ideal.toDecimalPlaces(digits, Decimal.ROUND_DOWN);
    return { key, rounded, lost: ideal.minus(rounded).toDecimalPlaces(40) };
  });
  const unit = new Exact(10).pow(-digits);
  let left = parts.reduce((rest, { rounded }) => rest.minus(rounded), amount.abs());
  const byLoss = [...parts].sort(
    (one, other) => other.lost.comparedTo(one.lost) || (String(one.key ?? '~') < String(other.key ?? '~') ? -1 : 1),
  );
  for (const part of byLoss) {
    if (left.lte(0)) break;
    part.rounded = part.rounded.plus(unit);
    left = left.minus(unit);
  }
  return parts.map(({ key, rounded }) => ({ key, amount: amount.isNegative() ? rounded.negated() : rounded }));
}

/** The amount by recipient and, within each, by sector; one part with the key undefined where it is not split. */
export function splitTwice(
  text: string,
  recipients: readonly PercentShare[] | null,
  sectors: readonly PercentShare[] | null,
) {
  const amount = new Exact(text);
  const digits = Math.max(2, amount.decimalPlaces());
  const split = (whole: Decimal, shares: readonly PercentShare[] | null) =>
    shares === null ? [{ key: undefined, amount: whole }] : splitAmount(whole, shares, digits);
  return split(amount, recipients).flatMap((part) =>
    split(part.amount, sectors).map(({ key, amount }) => ({ recipient: part.key, sector: key, amount })),
  );
}
