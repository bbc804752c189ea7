import type { FactRecord } from '../domain/fact.ts';
import type { Source } from '../domain/source.ts';
import type {
  FindLastUpdates,
  FindOwner,
  Importer,
  ImportProblem,
  Mapped,
  ResolveIdentifiers,
  WriteRecords,
} from './importer.ts';
import { OneAhead } from './one-ahead.ts';
import { type ImportReport, ReportBuilder } from './report.ts';
import { reportOlder } from './report-older.ts';

export interface ImportProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly records: number;
}

export interface ImportOptions {
  /** The name of the file in the report. */
  readonly file: string;
  readonly resolveIdentifiers: ResolveIdentifiers;
  /** Absent where nobody knows it: then nothing is said of activities that the graph holds in a newer state. */
  readonly findLastUpdates?: FindLastUpdates | undefined;
  /** Absent in a dry run. */
  readonly writeRecords?: WriteRecords | undefined;
  /** Is given all problems as they are found; nothing more is read before it is done with them. */
  readonly onProblems?: ((problems: readonly ImportProblem[]) => Promise<void>) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Once aborted, nothing more is read; what has been read is written. */
  readonly signal?: AbortSignal | undefined;
}

/** One write takes at most this many records: fewer cost round trips, more hold the lock of the graph for long. */
const BATCH_RECORDS = 250;

/** A batch also ends here, so that a few enormous records do not fill the memory. */
const BATCH_SIZE = 50_000;

/**
 * Reads, maps and writes the file batch by batch; while one batch is written, the next is read and mapped. Run again
 * after a failure, it comes to the same graph.
 */
export async function runImport<Item>(importer: Importer<Item>, options: ImportOptions): Promise<ImportReport> {
  const report = new ReportBuilder();
  const writing = new OneAhead();
  const position = { bytes: 0 };
  let records = 0;
  try {
    for await (const batch of batchesOf(importer, report, position, options)) {
      const mapped = await mapBatch(importer, batch, options);
      for (const item of mapped) report.addMapped(item);
      await options.onProblems?.(mapped.flatMap(({ problems }) => problems));
      records += batch.length;
      const progress = { ...position, totalBytes: importer.bytes, records };
      await writing.begin(async () => {
        await writeBatch(mapped, importer.source, options, report);
        options.onProgress?.(progress);
      });
    }
  } finally {
    // Also where reading fails: nobody may close the graph under a write.
    await writing.finish();
  }
  report.tallies.addAll(importer.finish());
  return report.build(options.file, importer.source, {
    isDryRun: options.writeRecords === undefined,
    isStopped: options.signal?.aborted === true,
  });
}

/** The items in batches; what cannot be read is reported. The last batch may be empty, so that the end is progress too. */
async function* batchesOf<Item>(
  importer: Importer<Item>,
  report: ReportBuilder,
  position: { bytes: number },
  { signal, onProblems }: ImportOptions,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for await (const read of importer.read((count) => (position.bytes = count))) {
    if (signal?.aborted) break;
    if ('problem' in read) {
      report.addProblem(read.problem);
      await onProblems?.([read.problem]);
    } else {
      batch.push(read.item);
      size += read.size;
      if (batch.length >= BATCH_RECORDS || size >= BATCH_SIZE) {
        yield batch;
        batch = [];
        size = 0;
      }
    }
  }
  yield batch;
}

async function writeBatch(
  mapped: readonly Mapped[],
  source: Source,
  { writeRecords }: ImportOptions,
  report: ReportBuilder,
): Promise<void> {
  const records = mapped.map(({ record }) => record).filter((record): record is FactRecord => record !== null);
  if (writeRecords === undefined || records.length === 0) return;
  report.addWritten(await writeRecords({ sources: [source], records }));
}

async function mapBatch<Item>(
  importer: Importer<Item>,
  batch: readonly Item[],
  { file, resolveIdentifiers, findLastUpdates }: ImportOptions,
): Promise<readonly Mapped[]> {
  const references = batch.flatMap((item) => importer.identifiersIn(item));
  const distinct = new Map(references.map((reference) => [`${reference.scheme}|${reference.value}`, reference]));
  const owners = distinct.size === 0 ? new Map<string, string>() : await resolveIdentifiers([...distinct.values()]);
  const findOwner: FindOwner = (scheme, value) => owners.get(`${scheme}|${value}`);
  const mapped = batch.map((item) => importer.map(item, findOwner));
  return findLastUpdates === undefined ? mapped : reportOlder(mapped, file, findLastUpdates);
}
