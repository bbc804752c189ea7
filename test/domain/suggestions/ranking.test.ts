import { describe, expect, it } from 'vitest';
import { inOrder, itemsAfter, placeOf } from '../../../src/domain/suggestions/ranking.ts';

const item = (score: number, ...ids: string[]) => ({ score, ids });

describe('a ranking', () => {
  const ranked = inOrder([item(1, 'b', 'a'), item(2.5, 'z'), item(1, 'a', 'z'), item(1, 'b', 'B'), item(2.5, 'y')]);

  it('is by score, then by ids, capitals first', () => {
    expect(ranked.map(({ score, ids }) => [score, ...ids])).toEqual([
      [2.5, 'y'],
      [2.5, 'z'],
      [1, 'a', 'z'],
      [1, 'b', 'B'],
      [1, 'b', 'a'],
    ]);
  });

  it('goes on behind any place, each item once', () => {
    expect(itemsAfter(ranked, null, 2)).toEqual(ranked.slice(0, 2));
    for (const [index, one] of ranked.entries()) {
      expect(itemsAfter(ranked, placeOf(one), 9)).toEqual(ranked.slice(index + 1));
    }
  });

  it('has nothing behind its end, and all of what is below a place that nothing holds', () => {
    expect(itemsAfter(ranked, [0, 'a'], 9)).toEqual([]);
    expect(itemsAfter(ranked, [2, 'a'], 9)).toHaveLength(3);
  });
});
