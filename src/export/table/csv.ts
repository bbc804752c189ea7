import { stringify } from 'csv-stringify/sync';
import type { Column, ColumnType, Parts, Row, Single, Value } from './column.ts';
import { guardFormula } from './guard-formula.ts';

export interface CsvOptions {
  /** Whether to begin with the mark by which Excel knows UTF-8. */
  readonly bom: boolean;
  /** What stands between two cells; a comma where absent. */
  readonly delimiter?: Delimiter;
}

export type Delimiter = ',' | ';' | '\t';

const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATOR = '; ';

/**
 * The table as CSV by RFC 4180: a header, CRLF, UTF-8; several values in one cell joined by `; `. A text that begins like
 * a formula gets an apostrophe before it; numbers stay numbers, negative ones too.
 */
export async function* csvLines(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Row[]>,
  { bom, delimiter = ',' }: CsvOptions,
): AsyncGenerator<string> {
  yield (bom ? BYTE_ORDER_MARK : '') + toLines([columns.map(({ name }) => name)], delimiter);
  for await (const rows of pages) {
    if (rows.length > 0)
      yield toLines(
        rows.map((row) => columns.map((column, index) => cell(row[index] ?? null, column))),
        delimiter,
      );
  }
}

function toLines(cells: readonly (readonly string[])[], delimiter: Delimiter): string {
  // Without `quoted_match` a line feed alone would stand bare: it is not the delimiter of records.
  return stringify(cells as string[][], { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ });
}

function cell(value: Value, { type, isList }: Column): string {
  const text = Array.isArray(value) ? value.map(textOfItem).join(SEPARATOR) : textOf(value as Single);
  return !isList && isNumber(text, type) ? text : guardFormula(text);
}

function textOfItem(item: Single | Parts): string {
  if (typeof item !== 'object' || item === null) return textOf(item);
  return Object.values(item)
    .filter((part) => part !== null && part !== '')
    .map(textOf)
    .join(' ');
}

function textOf(value: Single): string {
  return value === null ? '' : String(value);
}

const NUMBERS: ReadonlySet<ColumnType> = new Set(['integer', 'number', 'decimal']);

/** What stands in a column of numbers and is one: everything else is text, whatever the column. */
function isNumber(text: string, type: ColumnType): boolean {
  return NUMBERS.has(type) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text);
}
