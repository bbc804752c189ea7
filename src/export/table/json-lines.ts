import type { Column, Row } from './column.ts';

/** The table as JSON Lines: an object a line, keys as the columns are named, absent values null, lists as lists, decimals as text. */
export async function* jsonLines(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(toObject(columns, row))}\n`).join('');
  }
}

function toObject(columns: readonly Column[], row: Row): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, isList }, index) => [name, row[index] ?? (isList ? [] : null)]));
}
