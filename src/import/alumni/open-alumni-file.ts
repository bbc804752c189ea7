import { parseTemplate } from '../csv/mapping/template.ts';
import { cellsOf } from '../csv/read/cells.ts';
import { shortKey } from '../csv/read/group-rows.ts';
import { openTable } from '../csv/read/open-table.ts';
import type { InputFile } from '../input-file.ts';
import { ReadingStopped } from '../reading-stopped.ts';
import { checkAlumniHeader } from './check-alumni-header.ts';
import { type MappedRow, mapAlumniRow } from './map-alumni-row.ts';
import type { ReadAlumniMapping } from './read-alumni-mapping.ts';

/** A file whose header fits the mapping. */
export interface AlumniFile {
  readonly name: string;
  readonly sha256: string;
  readonly mapping: ReadAlumniMapping;
  /** What each row says; can be read more than once. Where reading stops the last item says so, as a problem of row 0. */
  rows(today: string): AsyncGenerator<MappedRow>;
}

/** Recognises encoding and delimiter, and checks the mapping against the header, before a row is read. */
export async function openAlumniFile(input: InputFile, mapping: ReadAlumniMapping): Promise<AlumniFile> {
  const table = await openTable(input, mapping, checkAlumniHeader);
  return {
    name: input.name,
    sha256: table.sha256,
    mapping,
    async *rows(today) {
      const open = cellsOf(table.header, mapping.mapping.file.empty);
      const seen = new Set<string>();
      try {
        for await (const row of table.rows()) {
          const isWhole =
            row.cells.length >= table.header.length &&
            row.cells.slice(table.header.length).every((cell) => cell.trim() === '');
          if (!isWhole) {
            const message = `expected ${table.header.length} cells, as the header has; found ${row.cells.length}: the row is left out`;
            yield { row: null, problems: [{ row: row.row, line: row.line, column: '', message }] };
            continue;
          }
          yield firstOfKey(mapAlumniRow(open(row), mapping.mapping, today), mapping.mapping.key, seen);
        }
      } catch (error) {
        if (!(error instanceof ReadingStopped)) throw error;
        yield { row: null, problems: [{ row: 0, line: 1, column: '', message: error.message }] };
      }
    },
  };
}

/** Two rows of one number may be two persons: the first is kept, and the other never mixed with it. */
function firstOfKey(mapped: MappedRow, keyOfRow: string, seen: Set<string>): MappedRow {
  const { row, problems } = mapped;
  if (row === null) return mapped;
  const key = shortKey(row.key);
  if (!seen.has(key)) {
    seen.add(key);
    return mapped;
  }
  const message = 'expected a number that no row before has; found one of an earlier row: the row is left out';
  const column = parseTemplate(keyOfRow).columns.join(', ');
  return { row: null, problems: [...problems, { row: row.row, line: row.line, column, message }] };
}
