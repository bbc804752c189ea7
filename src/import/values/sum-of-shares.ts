import { Decimal } from 'decimal.js';
import type { PropertyValue } from '../../domain/fact.ts';

/** Null where one is missing, or where both together are more than the whole: then the second repeats the first. */
export function sumOfShares(one: PropertyValue | undefined, other: string | null): string | null {
  if (typeof one !== 'string' || other === null) return null;
  const sum = new Decimal(one).plus(other);
  return sum.greaterThan(100) ? null : sum.toFixed();
}
