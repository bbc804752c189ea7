import type { FactRecord } from '../domain/fact.ts';
import type { FindOwner, Importer, Mapped, ResolveIdentifiers, WriteRecords } from './importer.ts';
import { type ImportReport, ReportBuilder } from './report.ts';

export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly records: number;
}

export interface ImportOptions {
  /** The name of the file in the report. */
  readonly file: string;
  readonly resolveIdentifiers: ResolveIdentifiers;
  /** Absent in a dry run. */
  readonly writeRecords?: WriteRecords | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** One write takes about this many records: fewer cost round trips, more hold the lock of the graph for long. */
const BATCH_RECORDS = 50;

/** A batch also ends here, so that a few enormous records do not fill the memory. */
const BATCH_SIZE = 50_000;

/** Reads, maps and writes the file batch by batch. Run again after a failure, it comes to the same graph. */
export async function runImport<Item>(importer: Importer<Item>, options: ImportOptions): Promise<ImportReport> {
  const report = new ReportBuilder();
  let bytes = 0;
  let records = 0;
  let batch: Item[] = [];
  let size = 0;

  const flush = async () => {
    const mapped = await mapBatch(importer, batch, options.resolveIdentifiers);
    for (const item of mapped) report.addMapped(item);
    const kept = mapped.map(({ record }) => record).filter((record): record is FactRecord => record !== null);
    if (options.writeRecords !== undefined && kept.length > 0) {
      report.addWritten(await options.writeRecords({ sources: [importer.source], records: kept }));
    }
    records += batch.length;
    batch = [];
    size = 0;
    options.onProgress?.({ bytes, totalBytes: importer.bytes, records });
  };

  for await (const read of importer.read((count) => (bytes = count))) {
    if ('problem' in read) report.addProblem(read.problem);
    else {
      batch.push(read.item);
      size += read.size;
      if (batch.length >= BATCH_RECORDS || size >= BATCH_SIZE) await flush();
    }
  }
  await flush();
  report.tallies.addAll(importer.finish());
  return report.build(options.file, importer.source, options.writeRecords === undefined);
}

async function mapBatch<Item>(
  importer: Importer<Item>,
  batch: readonly Item[],
  resolveIdentifiers: ResolveIdentifiers,
): Promise<Mapped[]> {
  const references = batch.flatMap((item) => importer.identifiersIn(item));
  const distinct = new Map(references.map((reference) => [`${reference.scheme}|${reference.value}`, reference]));
  const owners = distinct.size === 0 ? new Map<string, string>() : await resolveIdentifiers([...distinct.values()]);
  const findOwner: FindOwner = (scheme, value) => owners.get(`${scheme}|${value}`);
  return batch.map((item) => importer.map(item, findOwner));
}
