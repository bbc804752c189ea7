import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** True where golden files are to be written anew instead of being compared with. */
export const IS_UPDATE = process.env.UPDATE_GOLDEN === '1';

/** Compares with the file as it was accepted, or writes what there is now. */
export function expectGolden(url: URL, actual: string): void {
  if (IS_UPDATE) writeFileSync(url, actual);
  const golden = existsSync(url) ? readFileSync(url, 'utf8') : '';
  expect(actual, `${url.pathname.split('/').at(-1)} (UPDATE_GOLDEN=1 writes what there is now)`).toBe(golden);
}

/** Fields that depend on when and how often the graph was written, or on what the index held before. */
const CHANGING = new Set(['changedAt', 'dataVersion', 'cursor', 'startCursor', 'endCursor', 'score']);

/** The answer with these fields blanked, so that it can be compared. */
export function normalise(value: unknown, key = ''): unknown {
  if (CHANGING.has(key)) return value === null ? null : '…';
  if (Array.isArray(value)) return value.map((item) => normalise(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, normalise(part, name)]));
}
