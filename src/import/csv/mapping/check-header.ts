import { distance } from 'fastest-levenshtein';
import { DomainError } from '../../../errors.ts';
import { columnsOf } from './columns-of.ts';
import type { ReadMapping } from './read-mapping.ts';

/** As many look-alikes are worth reading. */
const MAX_SUGGESTED = 3;

/**
 * Every column that the mapping names must be in the header, once. Thrown before a row is read; names each missing
 * column with the columns that look like it.
 */
export function checkHeader(
  { mapping, file, lineOf }: ReadMapping<unknown>,
  header: readonly string[],
  input: string,
): void {
  const counts = new Map<string, number>();
  for (const column of header) counts.set(column, (counts.get(column) ?? 0) + 1);
  const wrong = new Map<string, string>();
  for (const { column, path } of columnsOf(mapping)) {
    const count = counts.get(column) ?? 0;
    if (count === 1 || wrong.has(column)) continue;
    const place = `${file}:${lineOf(path)}: column "${column}"`;
    const found = count > 1 ? `is there ${count} times; expected once` : `is missing${lookAlikes(column, header)}`;
    wrong.set(column, `${place} ${found}`);
  }
  if (wrong.size === 0) return;
  const has = `${input} has the columns ${header.map((column) => `"${column}"`).join(', ')}`.slice(0, 1_000);
  throw new DomainError('InvalidInput', [...wrong.values(), has].join('\n'));
}

/** Columns whose letters and digits are nearly the same, nearest first; or which hold the name, or are held by it. */
function lookAlikes(column: string, header: readonly string[]): string {
  const wanted = plain(column);
  const near = [...new Set(header)]
    .map((candidate) => ({ candidate, apart: apart(wanted, plain(candidate)) }))
    .filter(({ apart: changes }) => changes <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((one, other) => one.apart - other.apart)
    .slice(0, MAX_SUGGESTED)
    .map(({ candidate }) => `"${candidate}"`);
  return near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function apart(wanted: string, candidate: string): number {
  const isPart =
    Math.min(wanted.length, candidate.length) > 3 && (candidate.includes(wanted) || wanted.includes(candidate));
  return isPart ? 1 : distance(wanted, candidate);
}
