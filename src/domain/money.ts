import { Decimal } from 'decimal.js';

export interface Money {
  readonly value: string;
  readonly currency: string;
}

/** Decimal keeps 20 digits unless told; a sum of published amounts must keep all it has. */
const Exact = Decimal.clone({ precision: 1_000 });

/** Exact sums, one for each currency, in the order of their codes. Amounts of different currencies are never added. */
export function sumByCurrency(amounts: readonly { readonly amount: string; readonly currency: string }[]): Money[] {
  const sums = new Map<string, Decimal>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? new Exact(0)).plus(amount));
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, value]) => ({ currency, value: value.toFixed() }));
}
