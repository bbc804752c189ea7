import { distance } from 'fastest-levenshtein';

/** More changes than this and two words are not taken for one misspelt: a third of its letters, and at least one. */
const SHARE_OF_LETTERS = 3;

/** As many are worth reading; where more are equally near, none of them is a good guess. */
const MAX_SUGGESTED = 3;

/**
 * `; did you mean "…"?` with the candidates nearest to what was found; empty where none is near, or too many are. Both are
 * compared as `fold` has them: in small letters, unless it does more.
 */
export function suggestClosest(
  found: string,
  candidates: Iterable<string>,
  fold: (text: string) => string = (text) => text.toLowerCase(),
): string {
  const folded = fold(found);
  const farthest = Math.max(1, Math.floor(folded.length / SHARE_OF_LETTERS));
  const near = [...candidates]
    .map((candidate) => ({ candidate, spelt: fold(candidate) }))
    .filter(({ spelt }) => Math.abs(spelt.length - folded.length) <= farthest)
    .map(({ candidate, spelt }) => ({ candidate, slips: distance(folded, spelt) }));
  const least = Math.min(farthest, ...near.map(({ slips }) => slips));
  const nearest = near.filter(({ slips }) => slips === least).map(({ candidate }) => `"${candidate}"`);
  return nearest.length > 0 && nearest.length <= MAX_SUGGESTED ? `; did you mean ${nearest.join(' or ')}?` : '';
}
