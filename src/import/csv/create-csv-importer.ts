import { basename } from 'node:path';
import type { Source } from '../../domain/source.ts';
import type { Importer, ReadItem } from '../importer.ts';
import type { InputFile } from '../input-file.ts';
import { Tally } from '../tally.ts';
import { countLoss, lostColumns } from './count-loss.ts';
import { RecordMapper } from './facts/record-mapper.ts';
import { columnsOf } from './mapping/columns-of.ts';
import type { ReadMapping } from './mapping/read-mapping.ts';
import type { CsvRecord } from './read/csv-record.ts';
import { openTable } from './read/open-table.ts';
import { readRecords } from './read/read-records.ts';

export interface CsvInput {
  readonly input: InputFile;
  readonly mapping: ReadMapping;
  /** Who published it; absent: whom the mapping names. */
  readonly publisher?: string | undefined;
  /** YYYY-MM-DD: the day it was retrieved. */
  readonly retrieved: string;
}

/**
 * The importer of one CSV file by a declared mapping. The mapping is checked against the header here: one that does not
 * fit is an error that names the missing columns, before a row is read.
 */
export async function createCsvImporter({
  input,
  mapping: read,
  publisher,
  retrieved,
}: CsvInput): Promise<Importer<CsvRecord>> {
  const { mapping } = read;
  const table = await openTable(input, read);
  const source: Source = {
    id: `source:csv-${mapping.name}-${table.sha256.slice(0, 16)}`,
    kind: 'DATA_FILE',
    title: `${mapping.source.title} (${basename(input.name)})`,
    publisher: publisher ?? mapping.source.publisher,
    licence: mapping.source.licence,
    ...(mapping.source.url && { url: mapping.source.url }),
    ...(mapping.source.published && { published: mapping.source.published }),
    ...(mapping.source.note && { note: mapping.source.note }),
    retrieved,
    sha256: table.sha256,
  };
  const lost = lostColumns(table.header, columnsOf(mapping));
  const rows = new Tally();
  const mapper = new RecordMapper({ file: input.name, sourceId: source.id, mapping, saidOnce: new Map() });
  return {
    source,
    bytes: input.bytes,
    read: (onBytes): AsyncGenerator<ReadItem<CsvRecord>> =>
      readRecords({ table, mapping, file: input.name, tally: rows, onBytes }),
    identifiersIn: (record) => mapper.identifiersIn(record),
    map(record, findOwner) {
      const mapped = mapper.map(record, findOwner);
      countLoss(record.rows, lost, mapped.loss);
      return { ...mapped, line: record.rows[0]?.line ?? 1 };
    },
    finish: () => rows,
  };
}
