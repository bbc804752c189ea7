import type { Term } from '../../vocabulary.ts';

export type NameReason = Extract<Term<'DuplicateReason'>, 'SAME_NAME' | 'NAME_WITHIN' | 'NAME_WITH_SLIP'>;

const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 4;

/**
 * How much two persons' names are alike, each given by its words as they sound, in whatever script and order; null where
 * they are not.
 */
export function compareNames(
  one: readonly (readonly string[])[],
  other: readonly (readonly string[])[],
): NameReason | null {
  const pairs = one.flatMap((name) => other.map((another) => compare(name, another)));
  return ORDER.find((reason) => pairs.includes(reason)) ?? null;
}

const ORDER: readonly NameReason[] = ['SAME_NAME', 'NAME_WITHIN', 'NAME_WITH_SLIP'];

/** One word alone says too little. */
function compare(one: readonly string[], other: readonly string[]): NameReason | null {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length < FEWEST_WORDS) return null;
  const missing = without(fewer, more);
  const further = without(more, fewer);
  if (missing.length === 0) return further.length === 0 ? 'SAME_NAME' : 'NAME_WITHIN';
  const [wrong = '', right = ''] = [missing[0], further[0]];
  return missing.length === 1 && further.length === 1 && isSlip(wrong, right) ? 'NAME_WITH_SLIP' : null;
}

/** Words of the first that the second does not have, each as often as it stands there. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const place = left.indexOf(word);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** One letter too many, too few, another, or two neighbours the wrong way round. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < FEWEST_LETTERS || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [here, there] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return Math.max(here.length, there.length) <= 1 || (here.length === 2 && here === [...there].reverse().join(''));
}
