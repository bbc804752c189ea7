import type { Random } from './random.ts';

/**
 * Chooses places 0 to `count` - 1 as often as a flattened Zipf law has it: the weight of a place is 1 / (place + flatness),
 * so that the first are chosen far more often than the rest, and the tail is long.
 */
export class HeavyTail {
  readonly #cumulated: Float64Array;

  constructor(count: number, flatness: number) {
    this.#cumulated = new Float64Array(count);
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      sum += 1 / (place + flatness);
      this.#cumulated[place] = sum;
    }
  }

  choose(random: Random): number {
    const cumulated = this.#cumulated;
    const wanted = random.next() * (cumulated.at(-1) ?? 0);
    let [low, high] = [0, cumulated.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
