/** Keys may come from a file: a group with more of them than this is summed up, so that no file fills the memory. */
const MOST_KEYS = 1_000;
const ALL_OTHERS = 'all others';

/** Counts by group and key, in the order they are first met. */
export class Tally {
  readonly #groups = new Map<string, Map<string, number>>();

  /** Adds to a count; adding 0 makes sure that it is shown. */
  count(group: string, key: string, by = 1): void {
    const counts = this.#groups.get(group) ?? new Map<string, number>();
    const counted = counts.size < MOST_KEYS || counts.has(key) ? key : ALL_OTHERS;
    this.#groups.set(group, counts.set(counted, (counts.get(counted) ?? 0) + by));
  }

  addAll(other: Tally): void {
    for (const [group, counts] of other.#groups) {
      for (const [key, number] of counts) this.count(group, key, number);
    }
  }

  toJSON(): Record<string, Record<string, number>> {
    return Object.fromEntries([...this.#groups].map(([group, counts]) => [group, Object.fromEntries(counts)]));
  }
}
