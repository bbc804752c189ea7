import type { AlumniProblems } from './alumni-problems.ts';

/** Characters that no line needs: controls, line ends, and marks that turn the direction of what is shown. */
const NO_TEXT = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Characters that nobody sees. */
const UNSEEN = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** One line of text without white space around it, otherwise as it came; null where it is none, with a problem. */
export function readLine(text: string, path: string, longest: number, problems: AlumniProblems): string | null {
  const trimmed = text.trim();
  if (trimmed.replaceAll(UNSEEN, '') === '') problems.add('REQUIRED', path, 'expected a text that is not blank');
  else if (trimmed.length > longest) problems.add('TOO_LONG', path, `expected at most ${longest} characters`);
  else if (NO_TEXT.test(trimmed)) problems.add('INVALID_VALUE', path, 'expected one line without control characters');
  else return trimmed.normalize('NFC');
  return null;
}
