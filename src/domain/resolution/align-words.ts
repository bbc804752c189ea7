import { distance } from 'fastest-levenshtein';

export interface Alignment {
  /** Words that both have, as the first spells them. */
  readonly common: readonly string[];
  /** Words of `common` that the second spells with a slip. */
  readonly slips: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

/** In shorter words one letter makes another word. */
const SHORTEST_WITH_SLIP = 6;
const LENGTH_FOR_TWO_SLIPS = 10;

/** Which words two names share, in whatever order; each word answers one of the other name. */
export function alignWords(first: readonly string[], second: readonly string[]): Alignment {
  const left = [...second];
  const take = (fits: (word: string) => boolean) => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const exact = new Set(first.flatMap((word, at) => (take((other) => other === word) ? [at] : [])));
  const slips = first.filter((word, at) => !exact.has(at) && take((other) => isSlip(word, other)));
  const onlyFirst = first.filter((word, at) => !exact.has(at) && !slips.includes(word));
  return { common: first.filter((word) => !onlyFirst.includes(word)), slips, onlyFirst, onlySecond: left };
}

/** True for two spellings of what is likely the same word. Digits do not slip: they count things. */
function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_WITH_SLIP || /\d/.test(one + other) || one[0] !== other[0]) return false;
  return distance(one, other) <= (shorter >= LENGTH_FOR_TWO_SLIPS ? 2 : 1);
}
