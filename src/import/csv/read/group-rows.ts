import { createHash } from 'node:crypto';
import { ReadingStopped } from '../../reading-stopped.ts';

/** Rows that speak of one record, in the order of the file. */
export interface RowGroup<Row> {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** As many rows may wait for others of their record, and as many characters in them. */
const MAX_WAITING = 100_000;
const MAX_WAITING_SIZE = 100_000_000;

/** How many rows each record has: a short key for each record, and not its rows, is kept of the file. */
export async function countRows(keys: AsyncIterable<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const key of keys) counts.set(shortKey(key), (counts.get(shortKey(key)) ?? 0) + 1);
  return counts;
}

/** The rows of each record together, as soon as the last of them has come. */
export async function* groupRows<Row extends { readonly size: number }>(
  rows: AsyncIterable<{ readonly key: string; readonly row: Row }>,
  counts: ReadonlyMap<string, number>,
): AsyncGenerator<RowGroup<Row>> {
  const waiting = new Map<string, Row[]>();
  let held = 0;
  let size = 0;
  for await (const { key, row } of rows) {
    const group = waiting.get(key) ?? [];
    group.push(row);
    size += row.size;
    if (group.length >= (counts.get(shortKey(key)) ?? 1)) {
      waiting.delete(key);
      held -= group.length - 1;
      size -= group.reduce((sum, each) => sum + each.size, 0);
      yield { key, rows: group };
      continue;
    }
    waiting.set(key, group);
    held += 1;
    if (held > MAX_WAITING || size > MAX_WAITING_SIZE) {
      throw new ReadingStopped(
        'refused',
        `expected the rows of a record near each other; found ${held} rows of ${size} characters waiting for others: sort the file by the columns of record.key`,
      );
    }
  }
}

/** Tells more records apart than there are; twelve letters JavaScript keeps without the text they are cut from. */
export function shortKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}
