import { describe, expect, it } from 'vitest';
import { percentile } from '../../../bench/measure/percentile.ts';

describe('a percentile', () => {
  it('is the nearest rank, whatever the order', () => {
    const values = [15, 20, 35, 40, 50];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values.toReversed(), share))).toEqual([
      15, 20, 20, 35, 50,
    ]);
  });

  it('of one value is that value', () => {
    expect([percentile([7], 0.5), percentile([7], 0.95)]).toEqual([7, 7]);
  });

  it('of an even number of values is the lower of the middle two', () => {
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
  });

  it('of nothing is unknown', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
