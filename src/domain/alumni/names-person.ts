import { soundsOf } from './name-words.ts';

/** Shorter words of a name are too often words of another kind. */
const FEWEST_LETTERS = 4;

/** Whether a text that is about one person holds the whole of one of their names, or a longer word of one, as it sounds. */
export function namesPerson(text: string, names: readonly string[]): boolean {
  const words = new Set(soundsOf(text));
  return names.map(soundsOf).some((sounds) => {
    const isWhole = sounds.length > 0 && sounds.every((word) => words.has(word));
    return isWhole || sounds.some((word) => word.length >= FEWEST_LETTERS && words.has(word));
  });
}
