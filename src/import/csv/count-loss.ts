import type { Tally } from '../tally.ts';
import type { NamedColumn } from './mapping/columns-of.ts';
import type { Cells } from './read/cells.ts';

/** A column of the file that is lost, and how the report calls the way it is. */
export interface LostColumn {
  readonly column: string;
  readonly group: string;
}

/** The columns that the mapping does not read, and those of which it only asks whether they are filled, or with what. */
export function lostColumns(header: readonly string[], named: readonly NamedColumn[]): LostColumn[] {
  const read = new Set(named.flatMap(({ column, isCondition }) => (isCondition ? [] : [column])));
  const looked = new Set(named.map(({ column }) => column));
  return [...new Set(header)].flatMap((column) => {
    if (read.has(column)) return [];
    const group = looked.has(column)
      ? 'cells that only decide what is read'
      : 'cells of columns that the mapping does not read';
    return [{ column, group }];
  });
}

/** Counts the filled cells of lost columns. */
export function countLoss(rows: readonly Cells[], lost: readonly LostColumn[], loss: Tally): void {
  for (const cells of rows) {
    for (const { column, group } of lost) if (cells.cell(column) !== '') loss.count(group, column.slice(0, 100));
  }
}
