import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumByCurrency } from '../../src/domain/money.ts';

describe('sums of money', () => {
  it('are kept apart by currency, in the order of the codes', () => {
    const amounts = [
      { amount: '10', currency: 'USD' },
      { amount: '1', currency: 'EUR' },
      { amount: '-2.5', currency: 'USD' },
      { amount: '3', currency: 'KZT' },
    ];
    expect(sumByCurrency(amounts)).toEqual([
      { currency: 'EUR', value: '1' },
      { currency: 'KZT', value: '3' },
      { currency: 'USD', value: '7.5' },
    ]);
  });

  it('are exact where floats are not', () => {
    const tenths = Array.from({ length: 10 }, () => ({ amount: '0.1', currency: 'USD' }));
    expect(sumByCurrency(tenths)).toEqual([{ currency: 'USD', value: '1' }]);
  });

  it('are written out, however large or small', () => {
    expect(sumByCurrency([{ amount: '1000000000000000000000000', currency: 'IDR' }])[0]?.value).toBe(
      '1000000000000000000000000',
    );
    expect(sumByCurrency([{ amount: '0.00000001', currency: 'IDR' }])[0]?.value).toBe('0.00000001');
  });

  it('of nothing are none', () => {
    expect(sumByCurrency([])).toEqual([]);
  });

  it('are those of whole cents added as whole numbers, whatever the order', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), { minLength: 1 });
    fc.assert(
      fc.property(cents, (cents) => {
        const sum = cents.reduce((one, other) => one + other, 0n);
        const amounts = cents.map((number) => ({ amount: asAmount(number), currency: 'USD' }));
        const [forwards] = sumByCurrency(amounts);
        const [backwards] = sumByCurrency(amounts.toReversed());
        expect(asCents(forwards?.value ?? '')).toBe(sum);
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});

function asAmount(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function asCents(value: string): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}
