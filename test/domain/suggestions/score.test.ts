import { describe, expect, it } from 'vitest';
import { scorePartnershipGap } from '../../../src/domain/suggestions/partnership-gap.ts';
import { scorePotentialChain } from '../../../src/domain/suggestions/potential-chain.ts';
import { countPart, recencyPart, scoreOf } from '../../../src/domain/suggestions/score.ts';

describe('a part that counts', () => {
  it.each([
    [0, 0],
    [1, 6.7],
    [2, 13.3],
    [3, 20],
    [4, 20],
    [1_000_000, 20],
  ])('%i of 3 that are needed give %d of 20 points', (value, points) => {
    expect(countPart('X', value, { mostPoints: 20, full: 3 })).toMatchObject({
      kind: 'X',
      value,
      points,
      mostPoints: 20,
    });
  });

  it('says its rule', () => {
    const { rule } = countPart('X', 1, { mostPoints: 30, full: 5 });
    expect(rule).toBe('30 points from 5 on, below that in proportion, rounded to one decimal.');
  });
});

describe('recency', () => {
  it.each([
    [2030, 10],
    [2026, 10],
    [2025, 9],
    [2017, 1],
    [2016, 0],
    [1990, 0],
    [null, 0],
  ])('of %s in 2026 gives %d of 10 points', (lastYear, points) => {
    expect(recencyPart(lastYear, 2026, 10)).toMatchObject({ kind: 'RECENCY', value: lastYear, points });
  });
});

describe('the score', () => {
  const most = { activitiesWithPivot: 9, facilitatorActivities: 9, pivotActivities: 9, commonSectors: 9 };
  const mostOfGap = { commonCountries: 99, commonSectors: 99, commonPartners: 99 };

  it('is 100 where every part gives all it can', () => {
    expect(scoreOf(scorePotentialChain({ ...most, lastYear: 2026 }, 2026))).toBe(100);
    expect(scoreOf(scorePartnershipGap({ ...mostOfGap, lastYear: 2027 }, 2026))).toBe(100);
  });

  it('is the sum of the points as they are shown, without the dust of floating numbers', () => {
    const parts = scorePotentialChain(
      { activitiesWithPivot: 2, facilitatorActivities: 3, pivotActivities: 0, commonSectors: 1, lastYear: 2023 },
      2026,
    );
    expect(parts.map(({ points }) => points)).toEqual([12, 12, 0, 6.7, 7]);
    expect(scoreOf(parts)).toBe(37.7);
    const dusty = [1, 1, 1].map((value) => countPart('X', value, { mostPoints: 1, full: 10 }));
    expect(scoreOf(dusty)).toBe(0.3);
  });

  it('of a gap weighs countries and sectors alike, and partners less', () => {
    const parts = scorePartnershipGap(
      { commonCountries: 1, commonSectors: 2, commonPartners: 3, lastYear: null },
      2026,
    );
    expect(parts.map(({ kind, points }) => [kind, points])).toEqual([
      ['COMMON_COUNTRIES', 7],
      ['COMMON_SECTORS', 14],
      ['COMMON_PARTNERS', 6],
      ['RECENCY', 0],
    ]);
    expect(scoreOf(parts)).toBe(27);
  });
});
