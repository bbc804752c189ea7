import { type CurationProblems, type InputPath, quote } from './problems.ts';

/** The most characters of each sort of text. */
export const LONGEST = { name: 300, line: 500, words: 4_000 } as const;

/** Control characters that no text needs; tabs and line breaks are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** What is left of a character outside the first plane when its other half is cut off. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/** The text without white space around it, otherwise as it came. Null where it is absent, or a problem. */
export function readText(
  text: string | null | undefined,
  path: InputPath,
  longest: number,
  problems: CurationProblems,
): string | null {
  if (text === null || text === undefined) return null;
  const trimmed = text.trim();
  if (trimmed === '') {
    problems.add('REQUIRED', path, 'got a blank text; expected words, or nothing at all where it may be left out');
  } else if (trimmed.length > longest) {
    problems.add('TOO_LONG', path, `got ${trimmed.length} characters, expected at most ${longest}`);
  } else if (CONTROL.test(trimmed) || HALF_A_PAIR.test(trimmed)) {
    problems.add('INVALID_VALUE', path, `got ${quote(trimmed)}, which holds characters that are no text`);
  } else {
    return trimmed;
  }
  return null;
}
