import { DomainError } from '../../../errors.ts';
import { checksumOf } from '../../files/checksum-of.ts';
import { foreignContent } from '../../files/foreign-content.ts';
import type { InputFile } from '../../input-file.ts';
import { ReadingStopped } from '../../reading-stopped.ts';
import { checkHeader } from '../mapping/check-header.ts';
import { columnsOf } from '../mapping/columns-of.ts';
import type { CsvMapping } from '../mapping/format.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { decodeText } from './decode-text.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { DETECTION_BYTES, requireEncoding } from './detect-encoding.ts';
import { readTable } from './read-table.ts';
import type { Row } from './row.ts';

/** A table whose header fits the mapping. */
export interface Table {
  readonly sha256: string;
  readonly header: readonly string[];
  /** The rows under the header; can be read more than once. */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<Row>;
}

/** Recognises encoding and delimiter, and checks the mapping against the header, before a row is read. */
export async function openTable(
  input: InputFile,
  read: ReadMapping<Pick<CsvMapping, 'file'>>,
  check: typeof checkHeader = checkHeader,
): Promise<Table> {
  const { file } = read.mapping;
  const { sha256, start } = await look(input);
  const foreign = foreignContent(start, 'table');
  if (foreign !== null) throw new DomainError('InvalidInput', `${input.name}: ${foreign}`);
  const encoding = requireEncoding(start, file.encoding, input.name);
  const beginning = new TextDecoder(encoding).decode(start);
  const wanted = new Set(columnsOf(read.mapping).map(({ column }) => column));
  const declared = file.delimiter === 'tab' ? '\t' : file.delimiter;
  const delimiter = declared ?? detectDelimiter(beginning, wanted);
  const all = (onBytes?: (bytes: number) => void) => readTable(decodeText(input.read(onBytes), encoding), delimiter);
  const found = await headerOf(all(), input.name);
  if (found === null)
    throw new DomainError('InvalidInput', `${input.name}: expected a row with the names of columns; found none`);
  const header = file.ignoreCase ? spelledAs(wanted, found) : found;
  check(read, header, input.name);
  return {
    sha256,
    header,
    async *rows(onBytes) {
      let isHeader = true;
      for await (const row of all(onBytes)) {
        if (!isHeader) yield row;
        isHeader = false;
      }
    },
  };
}

/** The columns as the mapping spells them, where they differ in capitals alone. */
function spelledAs(wanted: ReadonlySet<string>, header: readonly string[]): string[] {
  const spelled = new Map([...wanted].map((column) => [column.toLowerCase(), column]));
  return header.map((column) => spelled.get(column.toLowerCase()) ?? column);
}

async function look(input: InputFile): Promise<{ sha256: string; start: Buffer }> {
  const chunks: Buffer[] = [];
  let size = 0;
  const sha256 = await checksumOf(input, (chunk) => {
    if (size >= DETECTION_BYTES) return;
    chunks.push(chunk);
    size += chunk.length;
  });
  return { sha256, start: Buffer.concat(chunks).subarray(0, DETECTION_BYTES) };
}

/** Null where there is no row. */
async function headerOf(rows: AsyncGenerator<Row>, file: string): Promise<string[] | null> {
  try {
    for await (const { cells } of rows) return cells.map((cell) => cell.trim());
    return null;
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    throw new DomainError('InvalidInput', `${file}: ${error.message}`, { cause: error });
  }
}
