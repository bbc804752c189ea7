import type { Row } from './row.ts';

/** The cells of a row, or of one part of its multi-valued cells, by column. */
export interface Cells {
  readonly row: number;
  readonly line: number;
  /** Characters of the row. */
  readonly size: number;
  /** Trimmed; '' where it is empty or holds what the mapping calls empty. */
  cell(column: string): string;
}

/** What turns the rows of a table into cells by column. */
export type OpenCells = (row: Row) => Cells;

export function cellsOf(header: readonly string[], empty: readonly string[]): OpenCells {
  const places = new Map(header.map((column, index) => [column, index]));
  const isEmpty = new Set(empty);
  return ({ row, line, cells }) => ({
    row,
    line,
    size: cells.reduce((sum, cell) => sum + cell.length, 0),
    cell(column) {
      const text = (cells[places.get(column) ?? -1] ?? '').trim();
      return isEmpty.has(text) ? '' : text;
    },
  });
}

export interface SplitCells {
  readonly parts: readonly Cells[];
  /** Columns with another number of parts than the leading one: nobody can tell which belongs to which. */
  readonly uneven: readonly string[];
  /** Columns with more parts than are read. */
  readonly cut: readonly string[];
}

/** More parts in one cell are no list that somebody made. */
export const MOST_PARTS = 1_000;

/**
 * One for each part of the cells, which belong together in their order: the first code, the first percentage … The first
 * column leads. A column with one part says the same of all.
 */
export function splitCells(cells: Cells, columns: readonly string[], separators: readonly string[]): SplitCells {
  const all = columns.map((column) => [column, partsOf(cells.cell(column), separators)] as const);
  const cut = all.filter(([, parts]) => parts.length > MOST_PARTS).map(([column]) => column);
  const split = new Map(all.map(([column, parts]) => [column, parts.slice(0, MOST_PARTS)]));
  const [leading = []] = split.values();
  const uneven = columns.filter((column) => ![0, 1, leading.length].includes(split.get(column)?.length ?? 0));
  const parts = leading.map((_, index) => ({
    row: cells.row,
    line: cells.line,
    size: cells.size,
    cell(column: string) {
      const own = split.get(column);
      if (own === undefined) return cells.cell(column);
      if (own.length === leading.length) return own[index] ?? '';
      return own.length === 1 ? (own[0] ?? '') : '';
    },
  }));
  return { parts, uneven, cut };
}

/** The longest separator first: ', and ' before ','. An empty cell has no parts; empty parts keep their place. */
function partsOf(text: string, separators: readonly string[]): string[] {
  if (text === '') return [];
  const longestFirst = separators.toSorted((one, other) => other.length - one.length);
  const [first = '', ...rest] = longestFirst;
  const united = rest.reduce(
    (joined, separator) => joined.replaceAll(separator, '\u0000'),
    text.replaceAll(first, '\u0000'),
  );
  return united.split('\u0000').map((part) => part.trim());
}
