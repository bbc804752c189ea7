/** As many items as can be had for `most` in all, but at least one; the cheapest first, of equal cost in their own order. */
export function cheapest(items: readonly string[], costOf: (item: string) => number, most: number): string[] {
  let left = most;
  return [...items]
    .sort((one, other) => costOf(one) - costOf(other) || (one < other ? -1 : 1))
    .filter((item, index) => {
      left -= costOf(item);
      return left >= 0 || index === 0;
    });
}
