import { basename, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { readConfig } from '../../config.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { resolveIdentifiers } from '../../graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../graph/write/write-records.ts';
import { createIatiImporter } from '../../import/iati/iati-importer.ts';
import type { Importer } from '../../import/importer.ts';
import { printReport } from '../../import/print-report.ts';
import type { ImportReport } from '../../import/report.ts';
import { type ImportProgress, runImport } from '../../import/run-import.ts';
import { openConfiguredGraph } from '../open-configured-graph.ts';

export interface ImportFilesOptions {
  readonly json: boolean;
  readonly publisher?: string;
  readonly dryRun: boolean;
}

interface OpenFile {
  readonly path: string;
  readonly importer: Importer<unknown>;
}

/**
 * Imports the files one after the other and prints a report for each; with --json an array of reports, and nothing
 * else, on stdout. Nothing is written where one of the files is missing. A file that ends early gives exit code 1.
 */
export async function importFiles(paths: readonly string[], options: ImportFilesOptions): Promise<void> {
  const files: OpenFile[] = [];
  const { callerFolder } = readConfig();
  for (const path of paths) files.push({ path, importer: await openFile(resolve(callerFolder, path), options) });
  const reports = options.dryRun ? await importAll(files, null, options) : await importInto(files, options);
  if (options.json) console.log(JSON.stringify(reports, null, 2));
  if (reports.some((report) => !report.isComplete)) process.exitCode = 1;
}

async function openFile(path: string, { publisher }: ImportFilesOptions): Promise<Importer<unknown>> {
  const retrieved = new Date().toISOString().slice(0, 10);
  return createIatiImporter({ path, title: basename(path), publisher, retrieved });
}

async function importInto(files: readonly OpenFile[], options: ImportFilesOptions): Promise<ImportReport[]> {
  const { graph, close } = await openConfiguredGraph(readConfig(), console.error);
  try {
    await applyConstraints(graph);
    return await importAll(files, graph, options);
  } finally {
    await close();
  }
}

async function importAll(
  files: readonly OpenFile[],
  graph: Graph | null,
  { json }: ImportFilesOptions,
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const { path, importer } of files) {
    const progress = showProgress(path);
    try {
      const report = await runImport(importer, {
        file: path,
        resolveIdentifiers: async (references) => (graph ? resolveIdentifiers(graph, references) : new Map()),
        writeRecords: graph ? (batch) => writeRecords(graph, batch) : undefined,
        onProgress: progress.update,
      });
      reports.push(report);
    } finally {
      progress.stop();
    }
    if (!json) console.log(reports.map(printReport).at(-1));
  }
  return reports;
}

/** A line every few seconds is enough where nobody watches a bar. */
const LINE_INTERVAL_MS = 5_000;

/** A bar on a terminal, plain lines elsewhere; always on stderr, so that stdout holds the report alone. */
function showProgress(path: string): { update: (progress: ImportProgress) => void; stop: () => void } {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: `${basename(path)} {bar} {percentage}% | {records} records | {eta_formatted} left`,
    });
    bar.start(1, 0, { records: 0 });
    return {
      update({ bytes, totalBytes, records }) {
        bar.setTotal(totalBytes);
        bar.update(bytes, { records });
      },
      stop: () => bar.stop(),
    };
  }
  let last = Date.now();
  return {
    update({ bytes, totalBytes, records }) {
      if (Date.now() - last < LINE_INTERVAL_MS) return;
      last = Date.now();
      console.error(`${path}: ${records} records, ${Math.floor((100 * bytes) / Math.max(totalBytes, 1))} %`);
    },
    stop: () => {},
  };
}
