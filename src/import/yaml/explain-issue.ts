import type { z } from 'zod';
import { suggestClosest } from '../../domain/suggest-closest.ts';

type Path = readonly PropertyKey[];

/** What somebody needs who has to mend the row: where in it, what was found there, what was expected. */
export interface Explanation {
  readonly path: Path;
  readonly message: string;
}

/**
 * One explanation for each thing that does not fit: `value` is what was parsed, `keys` are those that may stand anywhere in
 * it, `at` is the path to it.
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  keys: ReadonlySet<string>,
  at: Path = [],
): Explanation[] {
  const path = [...at, ...issue.path];
  const found = issue.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${name(path, '')}unknown key "${key}"${keys.has(key) ? '; it does not belong here' : suggestClosest(key, keys)}`,
      }));
    case 'invalid_union':
      return closestBranch(issue.errors).flatMap((inner) => explainIssue(inner, found, keys, path));
    case 'invalid_value':
      return [{ path, message: describe(path, found, `one of ${issue.values.join(', ')}`, issue.values.map(String)) }];
    case 'custom':
      return [
        { path, message: describe(path, issue.params?.found ?? found, issue.message, issue.params?.terms ?? []) },
      ];
    default:
      return [{ path, message: describe(path, found, expectation(issue), []) }];
  }
}

/** Of the shapes that a value may have, the one it was most likely meant to have. */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return branches.find((issues) => !issues.some(isOfAnotherKind)) ?? branches[0] ?? [];
}

function isOfAnotherKind(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((issues) => issues.some(isOfAnotherKind));
  return issue.code === 'invalid_type';
}

function describe(path: Path, found: unknown, expected: string, candidates: readonly string[]): string {
  if (found === undefined) return `${name(path, 'the row: ')}missing; expected ${expected}`;
  const suggestion = typeof found === 'string' ? suggestClosest(found, candidates) : '';
  return `${name(path, 'the row: ')}found ${show(found)}; expected ${expected}${suggestion}`;
}

function name(path: Path, nameless: string): string {
  return path.length === 0 ? nameless : `${path.join('.')}: `;
}

/** Longer texts are cut in a message. */
const MAX_SHOWN = 60;

function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1' : `a list of ${value.length}`;
  if (typeof value === 'object') return `a group of keys (${Object.keys(value).join(', ')})`;
  if (typeof value !== 'string') return `the ${typeof value} ${value}`;
  return value === '' ? 'an empty text' : `"${value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value}"`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

/** Our own words of the format where it has any, else those for what zod asks for. */
function expectation(issue: z.core.$ZodIssue): string {
  const isOwn = !/^(Invalid|Too (small|big))/.test(issue.message);
  if (isOwn) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'too_small':
      return issue.origin === 'string' ? 'text' : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'a web address' : issue.format;
    default:
      return issue.message;
  }
}
