import { readFileSync } from 'node:fs';
import { type AlumniFile, openAlumniFile } from '../../src/import/alumni/open-alumni-file.ts';
import { parseAlumniMapping } from '../../src/import/alumni/read-alumni-mapping.ts';

const FOLDER = new URL('../../examples/alumni/', import.meta.url);

/** The mapping and the table that are shown as examples. */
export const EXAMPLE_MAPPING = readFileSync(new URL('mapping.yaml', FOLDER), 'utf8');
export const EXAMPLE_TABLE = readFileSync(new URL('alumni.csv', FOLDER), 'utf8');

/** A table of alumni that lies in memory. */
export function openTable(table: string | Buffer, mapping = EXAMPLE_MAPPING): Promise<AlumniFile> {
  const bytes = Buffer.from(table);
  const input = {
    name: 'alumni.csv',
    bytes: bytes.length,
    async *read() {
      yield bytes;
    },
  };
  return openAlumniFile(input, parseAlumniMapping(mapping, 'mapping.yaml'));
}

/** The example with the cell of one person changed; the person is the one with this number. */
export function withCell(number: number, column: string, value: string, table = EXAMPLE_TABLE): string {
  const [header = '', ...rows] = table.trimEnd().split('\r\n');
  const place = header.split(';').indexOf(column);
  if (place < 0) throw new Error(`there is no column ${column}`);
  const changed = rows.map((row) => {
    const cells = row.split(';');
    if (cells[0] === String(number)) cells[place] = value;
    return cells.join(';');
  });
  return [header, ...changed, ''].join('\r\n');
}
