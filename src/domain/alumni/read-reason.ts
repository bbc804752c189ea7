import type { AlumniProblems } from './alumni-problems.ts';
import { namesPerson } from './names-person.ts';
import { readLine } from './read-line.ts';

const LONGEST = 500;

/** Letters and digits as they are read: marks that nobody sees are taken out before. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A minus of mathematics is read as a dash. */
const MINUS = /\u2212/g;

const REFUSED: readonly RegExp[] = [
  // An e-mail address, and a name of somebody in a messenger.
  /@\S/,
  // An address of a page, also without what it should begin with.
  /\bhttp/i,
  /\bwww\./i,
  /\p{L}[\p{L}\p{N}-]*\.\p{L}[\p{L}\p{N}-]+(?::\d+)?\//u,
  // Six digits, however they are kept apart.
  /\p{Nd}(?:[\s./\p{Pd}\p{Ps}\p{Pe}\p{M}]*\p{Nd}){5}/u,
];

/** Days and years of this century, such as a letter has: no number of a person, nor when anybody of the alumni was born. */
const DAYS = /(?<!\d)(?:\d{1,2}[./]\d{1,2}[./]20\d\d|20\d\d-\d\d-\d\d|20\d\d[/\p{Pd}]20\d\d)(?!\d)/gu;

/**
 * A reason that is to be written down. It stays when the person is erased, and so may not say who they are: addresses,
 * long numbers and words of their names are refused. Who it is about decides how much of a name that takes.
 */
export function readReason(
  text: string,
  path: string,
  problems: AlumniProblems,
  names: readonly string[] = [],
  isNamed: (text: string, names: readonly string[]) => boolean = namesPerson,
): string | null {
  const line = readLine(text, path, LONGEST, problems);
  if (line === null) return null;
  const seen = line.normalize('NFKC').replaceAll(UNSEEN, '').replaceAll(MINUS, '-');
  const said = seen.replaceAll(DAYS, ' ');
  if (!REFUSED.some((pattern) => pattern.test(said)) && !isNamed(said, names)) return line;
  problems.add(
    'INVALID_VALUE',
    path,
    'expected why, without names, addresses and numbers of persons, and without any number of 6 digits or more but for days: it stays when a record is erased',
  );
  return null;
}
