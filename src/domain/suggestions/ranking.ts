import type { CursorKey } from '../cursor.ts';

/** Something with a place in a ranking: the highest score first, then by ids. */
export interface Ranked {
  readonly score: number;
  readonly ids: readonly string[];
}

export function inOrder<Item extends Ranked>(items: readonly Item[]): Item[] {
  return [...items].sort(compare);
}

/** Where the item stands, as the key of a cursor. */
export function placeOf({ score, ids }: Ranked): CursorKey {
  return [score, ...ids];
}

/** At most `limit` items behind the place; from the first one where it is null. */
export function itemsAfter<Item extends Ranked>(
  ordered: readonly Item[],
  place: CursorKey | null,
  limit: number,
): Item[] {
  if (place === null) return ordered.slice(0, limit);
  const [score, ...ids] = place;
  const last = { score: Number(score), ids: ids.map(String) };
  return ordered.filter((item) => compare(last, item) < 0).slice(0, limit);
}

function compare(one: Ranked, other: Ranked): number {
  if (one.score !== other.score) return other.score - one.score;
  const differing = one.ids.findIndex((id, index) => id !== other.ids[index]);
  if (differing < 0) return 0;
  return (one.ids[differing] ?? '') < (other.ids[differing] ?? '') ? -1 : 1;
}
