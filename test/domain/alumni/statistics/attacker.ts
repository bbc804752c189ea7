/** What is known of a count: at least, at most. */
export type Range = readonly [number, number];

/** Says of each group what its count may be, from what was published: null where no row is there. */
export type Reading = (published: number | null) => Range;

/** Of which groups a group is the sum, each person being in one of the parts. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Draws together all tables that were published: bounds of sums bound their parts, and the other way round, until nothing
 * changes any more. Null where what was read cannot be true.
 */
export function narrow(
  published: ReadonlyMap<string, number | null>,
  sums: readonly Sum[],
  reading: Reading,
): ReadonlyMap<string, Range> | null {
  const ranges = new Map([...published].map(([name, value]) => [name, reading(value)]));
  const of = (name: string) => ranges.get(name) ?? [0, Number.POSITIVE_INFINITY];
  let hasChanged = true;
  const meet = (name: string, least: number, most: number) => {
    const [before, after] = of(name);
    const met: Range = [Math.max(before, least), Math.min(after, most)];
    hasChanged ||= met[0] !== before || met[1] !== after;
    ranges.set(name, met);
  };
  for (let round = 0; hasChanged && round < 100; round++) {
    hasChanged = false;
    for (const { whole, parts } of sums) {
      const [least, most] = [0, 1].map((end) => parts.reduce((sum, part) => sum + (of(part)[end] ?? 0), 0));
      meet(whole, least ?? 0, most ?? 0);
      for (const part of parts) {
        const [ownLeast, ownMost] = of(part);
        meet(part, of(whole)[0] - ((most ?? 0) - ownMost), of(whole)[1] - ((least ?? 0) - ownLeast));
      }
    }
    if ([...ranges.values()].some(([least, most]) => least > most)) return null;
  }
  return ranges;
}
