import { expect, it } from 'vitest';
import { cheapest } from '../../../src/domain/paths/cheapest.ts';

const COSTS: Readonly<Record<string, number>> = { dear: 90, middling: 20, cheap: 5, alike: 5 };

it.each([
  [100, ['alike', 'cheap', 'middling']],
  [10, ['alike', 'cheap']],
  [7, ['alike']],
  [0, ['alike']],
  [1_000, ['alike', 'cheap', 'middling', 'dear']],
])('for %i the cheapest are had, at least one', (most, expected) => {
  expect(cheapest(Object.keys(COSTS), (item) => COSTS[item] ?? 0, most)).toEqual(expected);
});

it('of nothing there is nothing', () => {
  expect(cheapest([], () => 1, 10)).toEqual([]);
});
