import { basename } from 'node:path';
import { beginImport } from '../../graph/imports/begin-import.ts';
import { endImport } from '../../graph/imports/end-import.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { resolveIdentifiers } from '../../graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../graph/write/write-records.ts';
import type { WriteRecords } from '../../import/importer.ts';
import { printReport } from '../../import/print-report.ts';
import type { ImportReport } from '../../import/report.ts';
import { runImport } from '../../import/run-import.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { type ImporterOptions, type OpenImporter, openImporters } from '../imports/open-importers.ts';
import { showProgress } from '../imports/show-progress.ts';
import { stopSignal } from '../imports/stop-signal.ts';
import { withImportTurn } from '../imports/with-import-turn.ts';

export interface ImportFilesOptions extends ImporterOptions {
  readonly json: boolean;
  readonly dryRun: boolean;
  /** False: refuse where another import is under way. */
  readonly wait: boolean;
}

/**
 * Imports the files one after the other and prints a report for each; with --json an array of reports, and nothing
 * else, on stdout. Nothing is written where one of the files is missing. How it ended is told by the exit code.
 */
export async function importFiles(paths: readonly string[], options: ImportFilesOptions): Promise<void> {
  const files = await openImporters(paths, options);
  const { signal, release } = stopSignal();
  const reports: ImportReport[] = [];
  const run = async (graph: Graph | null, turn: AbortSignal) => {
    for await (const report of importAll(files, graph, turn)) {
      if (!options.json) console.log(printReport(report));
      reports.push(report);
    }
  };
  const task = `import of ${files.map(({ name }) => basename(name)).join(', ')}`.slice(0, 200);
  try {
    if (options.dryRun) await run(null, signal);
    else await withImportTurn({ task, mayWait: options.wait, signal }, run);
    if (reports.some(({ isComplete }) => !isComplete)) process.exitCode = EXIT_CODES.INCOMPLETE;
    if (signal.aborted) process.exitCode = EXIT_CODES.STOPPED;
  } finally {
    // Also where a later file fails: what was read before is in the graph.
    if (options.json) console.log(JSON.stringify(reports, null, 2));
    release();
  }
}

async function* importAll(
  files: readonly OpenImporter[],
  graph: Graph | null,
  signal: AbortSignal,
): AsyncGenerator<ImportReport> {
  for (const file of files) {
    if (signal.aborted) return;
    yield graph === null ? await importFile(file, null, signal) : await importJournalled(file, graph, signal);
  }
}

async function importJournalled(file: OpenImporter, graph: Graph, signal: AbortSignal): Promise<ImportReport> {
  const { source } = file.importer;
  const started = Date.now();
  let [written, replaced] = [0, 0];
  await beginImport(graph, file.name, source);
  const write: WriteRecords = async (batch) => {
    const result = await writeRecords(graph, batch);
    written += result.written;
    replaced += result.replaced;
    return result;
  };
  const report = await importFile(file, { graph, write }, signal).catch(async (error: unknown) => {
    const milliseconds = Date.now() - started;
    const outcome = { status: 'STOPPED', milliseconds, read: written, written, replaced, problems: {} } as const;
    // The database may be what failed.
    await endImport(graph, source.id, outcome).catch(() => {});
    throw error;
  });
  const { isComplete, isStopped, milliseconds, records, problems } = report;
  await endImport(graph, source.id, {
    status: isStopped ? 'STOPPED' : isComplete ? 'COMPLETE' : 'PARTIAL',
    milliseconds,
    read: records.read,
    written: records.written,
    replaced,
    problems: Object.fromEntries(Object.entries(problems).map(([kind, { count }]) => [kind, count])),
  });
  return report;
}

async function importFile(
  { name, importer }: OpenImporter,
  into: { readonly graph: Graph; readonly write: WriteRecords } | null,
  signal: AbortSignal,
): Promise<ImportReport> {
  const progress = showProgress(basename(name));
  try {
    return await runImport(importer, {
      file: name,
      resolveIdentifiers: async (references) => (into ? resolveIdentifiers(into.graph, references) : new Map()),
      writeRecords: into?.write,
      onProgress: progress.update,
      signal,
    });
  } finally {
    progress.stop();
  }
}
