import { columnsOf } from '../mapping/columns-of.ts';
import type { ItemMapping } from '../mapping/format.ts';
import { type Cells, MOST_PARTS, splitCells } from '../read/cells.ts';
import { meets } from '../read/meets.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** By item: which columns it reads does not change from row to row. */
const known = new WeakMap<object, readonly string[]>();

/** Each item of a list of the mapping that holds in these cells, once for every part where it is split. */
export function eachItem<Item extends ItemMapping>(
  mapping: RecordMapping,
  items: readonly Item[],
  cells: Cells,
  map: (item: Item, place: Place) => void,
): void {
  for (const item of items) {
    const read = columnsIn(item);
    const { evidence } = item;
    for (const part of partsOf(mapping, item, read, cells)) {
      if (meets(part, item.when)) map(item, { cells: part, columns: read, evidence });
    }
  }
}

function partsOf(
  mapping: RecordMapping,
  { split }: ItemMapping,
  columns: readonly string[],
  cells: Cells,
): readonly Cells[] {
  if (split === undefined) return [cells];
  const { parts, uneven, cut } = splitCells(cells, columns, [split].flat());
  const [leading] = columns;
  for (const column of uneven) {
    mapping.problem(
      cells,
      'bad-value',
      `${column}: expected as many parts as ${leading} has (${parts.length}), or one; it is not read`,
    );
  }
  for (const column of cut) {
    mapping.problem(cells, 'too-long', `${column}: more than ${MOST_PARTS} parts; the first ${MOST_PARTS} are read`);
  }
  return parts;
}

/** The columns that a part of the mapping reads, without those that only conditions look at. */
export function columnsIn(part: object): readonly string[] {
  const found = known.get(part);
  if (found !== undefined) return found;
  const read = columnsOf(part).flatMap(({ column, isCondition }) => (isCondition ? [] : [column]));
  const columns = [...new Set(read)];
  known.set(part, columns);
  return columns;
}
