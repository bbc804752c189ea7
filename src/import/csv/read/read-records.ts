import type { ImportProblem, ProblemKind, ReadItem } from '../../importer.ts';
import { ReadingStopped } from '../../reading-stopped.ts';
import type { Tally } from '../../tally.ts';
import type { CsvMapping } from '../mapping/format.ts';
import { readValue } from '../values/read-value.ts';
import { type Cells, cellsOf } from './cells.ts';
import type { CsvRecord } from './csv-record.ts';
import { countRows, groupRows, shortKey } from './group-rows.ts';
import { meets } from './meets.ts';
import type { Table } from './open-table.ts';
import type { Row } from './row.ts';

interface Reading {
  readonly table: Table;
  readonly mapping: CsvMapping;
  readonly file: string;
  /** What becomes of the rows. */
  readonly tally: Tally;
  readonly onBytes: (bytes: number) => void;
}

type KeyedRow = { readonly key: string; readonly row: Cells };

/** The records of the table, each with all its rows; what cannot be read is a problem. */
export async function* readRecords(reading: Reading): AsyncGenerator<ReadItem<CsvRecord>> {
  const isSeveral = reading.mapping.record.rows === 'several';
  const problems: ImportProblem[] = [];
  try {
    const keyed = keyedRows(reading, problems, reading.onBytes);
    const groups = isSeveral ? groupRows(keyed, await countAll(reading)) : firstOfEach(keyed, reading, problems);
    for await (const { key, rows } of groups) {
      yield* problems.splice(0).map((problem) => ({ problem }));
      yield { item: { key, rows }, size: sizeOf(rows, reading.table.header.length) };
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    problems.push({ file: reading.file, line: 1, kind: error.kind, message: error.message });
  }
  yield* problems.splice(0).map((problem) => ({ problem }));
}

/** A cell may hold many parts, each of which comes to a fact: a long text counts for as many cells as it may hold. */
function sizeOf(rows: readonly Cells[], columns: number): number {
  return rows.reduce((sum, { size }) => sum + columns + size / USUAL_CELL, 0);
}

const USUAL_CELL = 20;

async function countAll(reading: Reading): Promise<Map<string, number>> {
  return countRows(keysOf(reading));
}

async function* keysOf(reading: Reading): AsyncGenerator<string> {
  try {
    for await (const { key } of keyedRows({ ...reading, tally: undefined }, [], () => {})) yield key;
  } catch (error) {
    // The second reading stops at the same place, and says so.
    if (!(error instanceof ReadingStopped)) throw error;
  }
}

/** A second row with the key of an earlier one is left out. */
async function* firstOfEach(
  keyed: AsyncIterable<KeyedRow>,
  { file, tally }: Reading,
  problems: ImportProblem[],
): AsyncGenerator<CsvRecord> {
  const seen = new Set<string>();
  for await (const { key, row } of keyed) {
    if (seen.has(shortKey(key))) {
      tally.count('rows', 'left out: key of an earlier row');
      const message = `row ${row.row}: ${key} is in the file more than once; the first is kept`;
      problems.push({ file, line: row.line, kind: 'duplicate-identifier', record: key, message });
    } else {
      seen.add(shortKey(key));
      yield { key, rows: [row] };
    }
  }
}

/** Rows with all their cells, which the mapping does not skip, and which say what record they belong to. */
async function* keyedRows(
  { table, mapping, file, tally }: Omit<Reading, 'tally'> & { readonly tally: Tally | undefined },
  problems: ImportProblem[],
  onBytes: (bytes: number) => void,
): AsyncGenerator<KeyedRow> {
  const open = cellsOf(table.header, mapping.file.empty);
  for await (const row of table.rows(onBytes)) {
    tally?.count('rows', 'read');
    const leftOut = (reason: string, kind?: ProblemKind, message?: string) => {
      tally?.count('rows', `left out: ${reason}`);
      if (kind !== undefined) problems.push({ file, line: row.line, kind, message: `row ${row.row}: ${message}` });
    };
    const cells = open(row);
    const skipped = mapping.skip.find(({ when }) => meets(cells, when));
    if (skipped !== undefined) leftOut(skipped.because);
    else if (!isWhole(row, table.header.length)) {
      const found = `expected ${table.header.length} cells, as the header has; found ${row.cells.length}`;
      leftOut('another number of cells than the header', 'bad-value', found);
    } else {
      const key = readValue(mapping.record.key, cells);
      const text = 'text' in key ? key.text : undefined;
      if (text !== undefined && text.length <= MAX_KEY) yield { key: text, row: cells };
      else
        leftOut(
          'no key',
          'missing-identifier',
          `record.key: expected a text of at most ${MAX_KEY} characters; found ${text === undefined ? 'none' : 'a longer one'}`,
        );
    }
  }
}

const MAX_KEY = 300;

/** Empty cells after the last column do no harm; missing or further ones may have shifted the others. */
function isWhole({ cells }: Row, width: number): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
}
