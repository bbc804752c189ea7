import { soundsOf } from './name-words.ts';

const FEWEST_WORDS = 2;
/** Initials are words of many texts. */
const FEWEST_LETTERS = 2;

/** Whether a text holds two words of one of these names, of many people, as they sound. One alone may be any word. */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const words = new Set(soundsOf(text).filter((word) => word.length >= FEWEST_LETTERS));
  return names.some((name) => new Set(soundsOf(name).filter((word) => words.has(word))).size >= FEWEST_WORDS);
}
