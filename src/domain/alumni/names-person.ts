import { spokenWords } from './name-words.ts';

/** Shorter words of a name are too often words of another kind. */
const FEWEST_LETTERS = 4;

/** Whether a text that is about one person holds the whole of one of their names, or a longer word of one, as it sounds. */
export function namesPerson(text: string, names: readonly string[]): boolean {
  const said = new Set(spokenWords(text).flatMap(({ sounds }) => sounds));
  return names.map(spokenWords).some((words) => {
    const found = words.filter(({ sounds }) => sounds.some((sound) => said.has(sound)));
    const isWhole = words.length > 0 && found.length === words.length;
    return isWhole || found.some(({ letters }) => letters >= FEWEST_LETTERS);
  });
}
