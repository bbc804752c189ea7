import type { ImportedDraft } from '../../domain/alumni/import/alumni-draft.ts';
import type { AlumniRow } from '../../domain/alumni/import/alumni-row.ts';
import { draftOfRow } from '../../domain/alumni/import/draft-of-row.ts';
import type { AlumniStore } from '../../graph/alumni/alumni-store.ts';
import type { AlumniFile } from '../../import/alumni/open-alumni-file.ts';
import type { RowProblem } from '../../import/alumni/row-problem.ts';
import { columnsOf } from '../../import/csv/mapping/columns-of.ts';
import { createLookups } from './look-up-rows.ts';

/** So many rows are written in one transaction. */
export const ROWS_OF_BATCH = 500;

export interface DraftBatch {
  /** Rows that were read, good ones and others. */
  readonly rows: number;
  readonly drafts: readonly { readonly draft: ImportedDraft; readonly row: AlumniRow }[];
  readonly problems: readonly RowProblem[];
}

/** What the rows of a file come to in this graph, batch by batch, in the order of the file. */
export async function* readDrafts(
  file: AlumniFile,
  { graph, keys }: AlumniStore,
  today: string,
  rowsOfBatch = ROWS_OF_BATCH,
): AsyncGenerator<DraftBatch> {
  const { mapping } = file.mapping;
  const about = { mapping: mapping.name, isSynthetic: mapping.synthetic, indexKey: await keys.indexKey() };
  const { lookups, load } = createLookups(graph);
  let rows: AlumniRow[] = [];
  let problems: RowProblem[] = [];
  let read = 0;
  for await (const mapped of file.rows(today)) {
    // A problem of the file as a whole is none of its rows.
    if (mapped.problems[0]?.row !== 0) read += 1;
    problems.push(...mapped.problems);
    if (mapped.row !== null) rows.push(mapped.row);
    if (read < rowsOfBatch) continue;
    yield await batchOf();
    [rows, problems, read] = [[], [], 0];
  }
  if (read > 0 || problems.length > 0) yield await batchOf();

  async function batchOf(): Promise<DraftBatch> {
    await load(rows);
    const drafts = rows.flatMap((row) => {
      const draft = draftOfRow(row, about, lookups);
      const at = { row: row.row, line: row.line };
      for (const { stated, column } of row.attendances) {
        if (lookups.edition(stated) === undefined) problems.push({ ...at, column, message: UNKNOWN_EDITION });
      }
      if (draft !== null) return { draft, row };
      const column = columnsOf(mapping.homeCountry)
        .map((named) => named.column)
        .join(', ');
      problems.push({ ...at, column, message: UNKNOWN_COUNTRY });
      return [];
    });
    return { rows: read, drafts, problems: problems.toSorted((one, other) => one.row - other.row) };
  }
}

const UNKNOWN_EDITION =
  'expected an edition of the graph, by id or name, or a programme and the year of one of its editions; found none: it is left out';
const UNKNOWN_COUNTRY = 'expected a country of the graph, by code or name; found none: the row is left out';
