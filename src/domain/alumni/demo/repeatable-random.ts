import { createHash } from 'node:crypto';
import { repeatableNumbers } from '../../repeatable-numbers.ts';

/** Chance that comes out the same every time. */
export interface RepeatableRandom {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  /** True so often: 0.25 is one time in four. */
  isChance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of them, each as often as its weight says. */
  pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
}

/** The same name gives the same numbers for ever. */
export function repeatableRandom(name: string): RepeatableRandom {
  const next = repeatableNumbers(createHash('sha256').update(name).digest().readUInt32BE(0));
  const below = (limit: number) => Math.floor(next() * limit);
  function pick<Item>(items: readonly Item[]): Item {
    const picked = items[below(items.length)];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  }
  function pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let rest = next() * items.reduce((sum, { weight }) => sum + weight, 0);
    for (const item of items) {
      rest -= item.weight;
      if (rest < 0) return item;
    }
    return pick(items);
  }
  return { next, below, isChance: (share) => next() < share, pick, pickWeighted };
}
