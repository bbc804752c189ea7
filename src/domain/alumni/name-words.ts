import { foldText } from '../fold-text.ts';

const FEWEST_OF_PREFIX = 3;
const FEWEST_OF_SLIP = 4;

/** Spellings of one sound, in names that went from one script to another and back. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/dzh|zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/y|ii/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** The words of a name as they sound, whatever script they are written in. */
export function soundsOf(name: string): string[] {
  return foldText(name)
    .split(' ')
    .map((word) => SOUNDS.reduce((text, [spelling, sound]) => text.replaceAll(spelling, sound), word))
    .filter((word) => word !== '');
}

/** What somebody of these names is found by: whole words, beginnings of three letters and more, words with one slip. */
export function indexWords(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(soundsOf).flatMap((word) => [whole(word), ...beginnings(word), ...slips(word)]))];
}

/** For each word that is looked for, what it may stand as in the index; a name matches that has one of each. */
export function wantedWords(text: string): string[][] {
  return soundsOf(text).map((word) => [whole(word), beginning(word), ...slips(word)]);
}

function whole(word: string): string {
  return `=${word}`;
}

function beginning(word: string): string {
  return `^${word}`;
}

function beginnings(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - FEWEST_OF_PREFIX) }, (_, index) =>
    beginning(word.slice(0, FEWEST_OF_PREFIX + index)),
  );
}

/** The word and all that it is without one of its letters: words that differ by one slip have one of these in common. */
function slips(word: string): string[] {
  if (word.length < FEWEST_OF_SLIP) return [];
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))].map(
    (text) => `~${text}`,
  );
}
