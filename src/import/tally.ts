/** Counts by group and key, in the order they are first met. */
export class Tally {
  readonly #groups = new Map<string, Map<string, number>>();

  /** Adds to a count; adding 0 makes sure that it is shown. */
  count(group: string, key: string, by = 1): void {
    const counts = this.#groups.get(group) ?? new Map<string, number>();
    this.#groups.set(group, counts.set(key, (counts.get(key) ?? 0) + by));
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
