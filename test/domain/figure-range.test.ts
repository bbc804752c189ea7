import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludeEachOther, figureRange } from '../../src/domain/figure-range.ts';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';

describe('the range of a published number', () => {
  it.each([
    ['50400000', 'EXACT', '50350000', '50450000'],
    ['16.1', 'EXACT', '16.05', '16.15'],
    ['0', 'EXACT', '-0.5', '0.5'],
    ['7', 'EXACT', '6.5', '7.5'],
    ['-33', 'EXACT', '-33.5', '-32.5'],
    ['200000000', 'APPROXIMATELY', '190000000', '210000000'],
    ['-100', 'APPROXIMATELY', '-105', '-95'],
    ['183000000', 'MORE_THAN', '183000000', '184000000'],
    ['40', 'MORE_THAN', '40', '50'],
    ['0.5', 'MORE_THAN', '0.5', '0.6'],
    ['100', 'LESS_THAN', '0', '100'],
  ] as const)('%s, %s, is from %s to %s', (value, qualifier, from, to) => {
    const range = figureRange(value, qualifier);
    expect([range.from.toFixed(), range.to.toFixed()]).toEqual([from, to]);
  });

  it.each([
    ['200000000', 'APPROXIMATELY', '183000000', 'MORE_THAN', true],
    ['200000000', 'APPROXIMATELY', '190000000', 'MORE_THAN', false],
    ['50400000', 'EXACT', '50400000', 'EXACT', false],
    ['50400000', 'EXACT', '50000000', 'EXACT', false],
    ['50.4', 'EXACT', '50.5', 'EXACT', false],
    ['50.4', 'EXACT', '50.6', 'EXACT', true],
    ['5', 'LESS_THAN', '5', 'MORE_THAN', false],
  ] as const)('of %s (%s) and of %s (%s) exclude each other: %s', (one, how, other, otherHow, excluded) => {
    expect(excludeEachOther(figureRange(one, how), figureRange(other, otherHow))).toBe(excluded);
  });

  const figures = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...VOCABULARY.Qualifier),
    )
    .map(([digits, places, qualifier]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
      const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
      return { value: digits < 0n ? `-${whole}` : whole, qualifier };
    });

  it('holds the number itself, from the smaller to the larger', () => {
    fc.assert(
      fc.property(figures, ({ value, qualifier }) => {
        const { from, to } = figureRange(value, qualifier);
        expect(from.lte(value) && to.gte(value)).toBe(true);
      }),
    );
  });

  it('excludes another as that one excludes it, and never itself', () => {
    fc.assert(
      fc.property(figures, figures, (one, other) => {
        const [a, b] = [figureRange(one.value, one.qualifier), figureRange(other.value, other.qualifier)];
        expect(excludeEachOther(a, b)).toBe(excludeEachOther(b, a));
        expect(excludeEachOther(a, a)).toBe(false);
      }),
    );
  });
});
