import { spokenWords } from './name-words.ts';

const FEWEST_WORDS = 2;
/** Initials are words of many texts. */
const FEWEST_LETTERS = 2;

/** Whether a text holds two words of one of these names, of many people, as they sound. One alone may be any word. */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const said = new Set(
    spokenWords(text).flatMap(({ sounds }) => sounds.filter(({ length }) => length >= FEWEST_LETTERS)),
  );
  return names.some((name) => {
    const found = spokenWords(name).filter(({ sounds }) => sounds.some((sound) => said.has(sound)));
    return new Set(found.map(({ sounds }) => sounds[0])).size >= FEWEST_WORDS;
  });
}
