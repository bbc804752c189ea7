import type { AlumniProblems } from './alumni-problems.ts';
import { soundsOf } from './name-words.ts';
import { readLine } from './read-line.ts';

const LONGEST = 500;

const ADDRESS = /\S@\S/;
const NUMBER = /\+?\d(?:[\s().-]*\d){8,}/;

/**
 * A reason that is to be written down. It stays when the person is erased, and so may not say who they are: an e-mail
 * address, a telephone number and the whole of one of their names are refused.
 */
export function readReason(
  text: string,
  path: string,
  problems: AlumniProblems,
  names: readonly string[] = [],
): string | null {
  const line = readLine(text, path, LONGEST, problems);
  if (line === null) return null;
  if (!ADDRESS.test(line) && !NUMBER.test(line) && !names.some((name) => isIn(line, name))) return line;
  problems.add(
    'INVALID_VALUE',
    path,
    'expected why, without names, addresses and numbers of persons: it stays when a record is erased',
  );
  return null;
}

function isIn(text: string, name: string): boolean {
  const words = new Set(soundsOf(text));
  const wanted = soundsOf(name);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}
