import { basename, resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import { beginImport } from '../../graph/imports/begin-import.ts';
import { endImport } from '../../graph/imports/end-import.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { findLastUpdates } from '../../graph/queries/find-last-updates.ts';
import { resolveIdentifiers } from '../../graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../graph/write/write-records.ts';
import type { ReadMapping } from '../../import/csv/mapping/read-mapping.ts';
import type { WriteRecords } from '../../import/importer.ts';
import { printReport } from '../../import/print-report.ts';
import type { ImportReport } from '../../import/report.ts';
import { runImport } from '../../import/run-import.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { requireNewFile } from '../export/require-new-file.ts';
import { findHeldIds } from '../imports/find-held-ids.ts';
import { type OpenImporter, openImporters } from '../imports/open-importers.ts';
import { openMapping } from '../imports/open-mapping.ts';
import { ProblemsFile } from '../imports/problems-file.ts';
import { showProgress } from '../imports/show-progress.ts';
import { stopSignal } from '../imports/stop-signal.ts';
import { withImportTurn } from '../imports/with-import-turn.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

export interface ImportFilesOptions {
  readonly publisher?: string | undefined;
  /** The name of a ready mapping or the path of one: the files are tables then. */
  readonly mapping?: string | undefined;
  /** A new file for all problems. */
  readonly problems?: string | undefined;
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
  const problemsPath = options.problems === undefined ? null : resolve(readConfig().callerFolder, options.problems);
  if (problemsPath !== null) await requireNewFile(problemsPath);
  const mapping = options.mapping === undefined ? null : await openMapping(options.mapping);
  const files = await openImporters(paths, { publisher: options.publisher, mapping });
  const { signal, release } = stopSignal();
  const reports: ImportReport[] = [];
  const run = async (graph: Graph | null, turn: AbortSignal) => {
    if (mapping !== null) await requireKnown(mapping, graph);
    const problems = problemsPath === null ? null : new ProblemsFile(problemsPath);
    try {
      for await (const report of importAll(files, { graph, problems, signal: turn })) {
        if (!options.json) console.log(printReport(report, problems?.path));
        reports.push(report);
      }
    } finally {
      // Also where it was stopped or failed: what was found until then.
      await problems?.close();
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

/** A dry run needs the graph only where nothing else knows an id. */
async function requireKnown(mapping: ReadMapping, graph: Graph | null): Promise<void> {
  const { requireKnownIds } = await import('../../import/csv/require-known-ids.ts');
  await requireKnownIds(mapping, (ids) =>
    graph === null ? withConfiguredGraph(readConfig(), (opened) => findHeldIds(opened, ids)) : findHeldIds(graph, ids),
  );
}

interface ImportRun {
  /** Null in a dry run. */
  readonly graph: Graph | null;
  readonly problems: ProblemsFile | null;
  readonly signal: AbortSignal;
}

async function* importAll(files: readonly OpenImporter[], run: ImportRun): AsyncGenerator<ImportReport> {
  for (const file of files) {
    if (run.signal.aborted) return;
    const { graph } = run;
    if (graph === null) yield await importFile(file, null, run);
    else if (file.isForeign) yield await importFile(file, { graph, write: (batch) => writeRecords(graph, batch) }, run);
    else yield await importJournalled(file, graph, run);
  }
}

async function importJournalled(file: OpenImporter, graph: Graph, run: ImportRun): Promise<ImportReport> {
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
  const report = await importFile(file, { graph, write }, run).catch(async (error: unknown) => {
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
  { problems, signal }: ImportRun,
): Promise<ImportReport> {
  const progress = showProgress(basename(name));
  try {
    return await runImport(importer, {
      file: name,
      resolveIdentifiers: async (references) => (into ? resolveIdentifiers(into.graph, references) : new Map()),
      findLastUpdates: into === null ? undefined : (ids) => findLastUpdates(into.graph, ids),
      writeRecords: into?.write,
      onProblems: problems === null ? undefined : (found) => problems.add(found),
      onProgress: progress.update,
      signal,
    });
  } finally {
    progress.stop();
  }
}
