import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printAmount, readAmount, unitsAt } from '../../../src/domain/flows/exact-amount.ts';
import { type Share, splitByShares } from '../../../src/domain/flows/split-by-shares.ts';

const split = (amount: string, ...weights: readonly number[]) =>
  splitByShares(
    readAmount(amount),
    weights.map((weight, index) => ({ key: String.fromCharCode(97 + index), weight: BigInt(weight) })),
  ).map(({ amount }) => printAmount(amount));

describe('an amount split by shares', () => {
  it.each([
    ['100', [60, 40], ['60', '40']],
    ['100', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['-100', [1, 1, 1], ['-33.34', '-33.33', '-33.33']],
    ['0.01', [50, 50], ['0.01', '0']],
    ['0.005', [50, 50], ['0.003', '0.002']],
    ['0.05', [10, 20, 70], ['0.01', '0.01', '0.03']],
    ['7', [1], ['7']],
    ['0', [30, 70], ['0', '0']],
  ] as const)('%s by %j', (amount, weights, parts) => {
    expect(split(amount, ...weights)).toEqual(parts);
  });

  it('gives the unit that is left to the first by key where remainders are equal, last of all to nobody', () => {
    const weight = 1n;
    const parts = splitByShares(readAmount('0.02'), [
      { key: null, weight },
      { key: 'b', weight },
      { key: 'a', weight },
    ]);
    expect(parts.map(({ key, amount }) => [key, printAmount(amount)])).toEqual([
      [null, '0'],
      ['b', '0.01'],
      ['a', '0.01'],
    ]);
  });

  const amounts = fc
    .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 6 }))
    .map(([units, digits]) => ({ units, digits }));
  const shares: fc.Arbitrary<Share[]> = fc
    .uniqueArray(fc.option(fc.string({ maxLength: 3 }), { nil: null }), { minLength: 1, maxLength: 12 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.bigInt({ min: 1n, max: 10_000n }).map((weight) => ({ key, weight })))),
    );
  const DIGITS = 6;

  it('has parts that sum to it exactly', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, shares) => {
        const sum = splitByShares(amount, shares).reduce((total, part) => total + unitsAt(part.amount, DIGITS), 0n);
        expect(sum).toBe(unitsAt(amount, DIGITS));
      }),
    );
  });

  it('has no part that is a whole unit from its exact share, or of the other sign', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, shares) => {
        const total = shares.reduce((sum, { weight }) => sum + weight, 0n);
        for (const [index, { amount: part }] of splitByShares(amount, shares).entries()) {
          const apart = part.units * total - unitsAt(amount, part.digits) * (shares[index] as Share).weight;
          expect(apart < 0n ? -apart : apart).toBeLessThan(total);
          expect(part.units * amount.units).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });

  it('has the same parts in whatever order the shares come', () => {
    const orders = shares.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const byKey = (amount: { units: bigint; digits: number }, list: Share[]) =>
      new Map(splitByShares(amount, list).map(({ key, amount }) => [key, amount]));
    fc.assert(
      fc.property(amounts, orders, (amount, [list, shuffled]) => {
        expect(byKey(amount, shuffled)).toEqual(byKey(amount, list));
      }),
    );
  });
});
