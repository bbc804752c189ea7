import { foldText } from '../fold-text.ts';

const FEWEST_OF_PREFIX = 3;
const FEWEST_OF_SLIP = 4;

/** Stands before each word in the index that is there for slips. */
const SLIP = '~';

/** What is after them is not looked at: each letter is another word of the index. */
const MOST_LETTERS = 40;

/** Apostrophes are within words, and marks belong to the letters before them. */
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}ʻʼ‘’ʿʾ'`´]+/u;

/** How words begin that are spelt otherwise at the beginning: Oktam, Uktam; Yusuf, Jusuf. */
const MISTAKEN_FIRST = /^[aeiouj]/;

/** Letters that say more than what is left of them without their marks: ş is sh, not s. Before anything is folded. */
const MARKED: readonly (readonly [RegExp, string])[] = [
  [/o[ʻʼ‘’'`´]/g, 'u'],
  [/[ʻʼ‘’ʿʾ'`´]/g, ''],
  [/[şš]/g, 'sh'],
  [/[çč]/g, 'ch'],
  [/ž/g, 'zh'],
  [/ə/g, 'a'],
  [/ё/g, 'yo'],
  [/ҳ/g, 'h'],
  [/ҷ/g, 'j'],
];

/** Spellings of one sound, in names that went from one script to another and back. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/dzh|zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/^x/g, 'h'],
  [/x/g, 'ks'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/y|ii/g, 'i'],
  [/(^|[aeou])ie/g, '$1e'],
  [/(.)\1+/g, '$1'],
  // The most common name of all is written in more ways than one slip apart.
  [/m[ou]hame[dt]|mohamad/g, 'muhamad'],
];

/** Letters that stand for two sounds, each beside the other: ё is e to some (Semen), an x is kh to Uzbeks (Axmedov), a c is j to Azeris (Cafarov). */
const AMBIGUOUS: readonly (readonly [RegExp, string])[] = [
  [/yo/g, 'e'],
  [/x/g, 'h'],
  [/c(?![hk])/g, 'j'],
];

/** The words of a name as they sound, whatever script they are written in. */
export function soundsOf(name: string): string[] {
  return wordsOf(name).flatMap((word) => soundsOfWord(word).slice(0, 1));
}

export interface SpokenWord {
  /** All that it may sound like. */
  readonly sounds: readonly string[];
  /** Of the longest of its spellings: as it is written, in Latin letters, as it sounds. */
  readonly letters: number;
}

/** The words of a text with all that they may sound like, for who must find each that is meant. */
export function spokenWords(text: string): SpokenWord[] {
  return text
    .normalize('NFKC')
    .split(BETWEEN_WORDS)
    .flatMap((written) =>
      wordsOf(written).map((word) => {
        const sounds = soundsOfWord(word);
        return { sounds, letters: Math.max(...[written, word, ...sounds].map(({ length }) => length)) };
      }),
    )
    .filter(({ sounds }) => sounds.length > 0);
}

function wordsOf(name: string): string[] {
  const text = name.normalize('NFC').toLowerCase();
  const words = foldText(MARKED.reduce((respelt, [mark, letters]) => respelt.replaceAll(mark, letters), text)).split(
    ' ',
  );
  return words.map((word) => [...word].slice(0, MOST_LETTERS).join(''));
}

/** All that a word may sound like; none for one without letters. */
function soundsOfWord(word: string): string[] {
  const spellings = AMBIGUOUS.reduce(
    (all, [letter, other]) =>
      all.flatMap((spelling) => {
        const respelt = spelling.replaceAll(letter, other);
        return respelt === spelling ? spelling : [spelling, respelt];
      }),
    [word],
  );
  return [...new Set(spellings.map(soundOf))].filter((sound) => sound !== '');
}

function soundOf(word: string): string {
  return SOUNDS.reduce((text, [spelling, sound]) => text.replaceAll(spelling, sound), word);
}

/** What somebody of these names is found by: whole words, beginnings of three letters and more, words with one slip. */
export function indexWords(names: readonly string[]): string[] {
  return [
    ...new Set(
      names
        .flatMap(wordsOf)
        .flatMap(soundsOfWord)
        .flatMap((word) => [whole(word), ...beginnings(word), ...slips(word)]),
    ),
  ];
}

/** For each word that is looked for, what it may stand as in the index; a name matches that has one of each. */
export function wantedWords(text: string): string[][] {
  return wordsOf(text)
    .map((word) => soundsOfWord(word).flatMap((sound) => [whole(sound), beginning(sound), ...slips(sound)]))
    .filter((choices) => choices.length > 0);
}

/** Whether what is looked for is a word of which one letter differs, not the word or its beginning. */
export function isSlip(wanted: string): boolean {
  return wanted.startsWith(SLIP);
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

/**
 * The word and all that it is without one of its letters: words that differ by one slip have one of these in common. Nobody
 * mistakes a consonant at the beginning (Zarina is not Marina), but vowels and what sounds like one.
 */
function slips(word: string): string[] {
  if (word.length < FEWEST_OF_SLIP) return [];
  const others = Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
  return [word, ...(MISTAKEN_FIRST.test(word) ? others : others.slice(1))].map((text) => `${SLIP}${text}`);
}
