import { Decimal as Rounding } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, compareAmounts, printAmount, readAmount } from '../../../src/domain/flows/exact-amount.ts';

/** Left to itself, decimal.js rounds a sum of more than 20 digits. */
const Decimal = Rounding.clone({ precision: 100 });

describe('an exact amount', () => {
  it.each(['0', '7', '-10.5', '0.01', '-0.005', '1000000.005', '123456789012345678901234567890.000001'])(
    '%s is written as it was read',
    (text) => {
      expect(printAmount(readAmount(text))).toBe(text);
      expect(printAmount(readAmount(text, 9))).toBe(text);
    },
  );

  const texts = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 5 }))
    .map(([units, digits]) => new Decimal(units.toString()).div(new Decimal(10).pow(digits)).toFixed());

  it('adds and compares as decimals do', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const sum = addAmounts(readAmount(one), readAmount(other));
        expect(printAmount(sum)).toBe(new Decimal(one).plus(other).toFixed());
        expect(compareAmounts(readAmount(one), readAmount(other))).toBe(new Decimal(one).comparedTo(other));
      }),
      { examples: [['1000000000000000', '0.00001']], numRuns: 1_000 },
    );
  });
});
