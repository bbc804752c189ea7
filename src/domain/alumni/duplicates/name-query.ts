import { MOST_INDEX_WORDS } from '../most-index-words.ts';
import { soundsOf, wantedWords } from '../name-words.ts';

/** Names with more words are compared by as many. */
const MOST_WORDS = 5;
const MOST_NAMES = 4;

/**
 * What somebody must have in the index of names to be compared with: two of the words, one of them as it sounds and the
 * other with at most one slip. Each entry is one way: all of its groups must be met, by any word of the group. Ways for
 * which the index has no room are left out, those of the last names first.
 */
export function nameWays(names: readonly string[]): string[][][] {
  const distinct = [...new Set(names.map((name) => soundsOf(name).slice(0, MOST_WORDS).toSorted().join(' ')))];
  const ways = distinct.slice(0, MOST_NAMES).flatMap((name) => pairs(wantedWords(name)));
  let words = 0;
  return ways.filter((way) => {
    words += way.flat().length;
    return words <= MOST_INDEX_WORDS;
  });
}

/** `wantedWords` gives the whole word first, then its beginning, then its slips. */
function pairs(words: readonly (readonly string[])[]): string[][][] {
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => [
      [one.slice(0, 1), withSlips(other)],
      [withSlips(one), other.slice(0, 1)],
    ]),
  );
}

function withSlips([whole = '', , ...slips]: readonly string[]): string[] {
  return [whole, ...slips];
}
