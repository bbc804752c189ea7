import { setMaxListeners } from 'node:events';
import { resolve } from 'node:path';
import { buildSchema } from '../../api/build-schema.ts';
import { describeExports } from '../../api/export/describe-exports.ts';
import { type ExportRequest, openExport } from '../../api/export/open-export.ts';
import { parseFilter } from '../../api/export/parse-filter.ts';
import { createReadGenerated } from '../../api/generated/read-generated.ts';
import { readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { printExports } from '../export/print-exports.ts';
import { printIatiReport } from '../export/print-iati-report.ts';
import { showProgress } from '../export/show-progress.ts';
import { writeAtomically } from '../export/write-atomically.ts';
import { writeToOutput } from '../export/write-to-output.ts';
import { openConfiguredGraph } from '../open-configured-graph.ts';

export interface ExportOptions {
  readonly list: boolean;
  readonly json: boolean;
  readonly format?: string;
  readonly filter?: string;
  readonly out?: string;
  readonly bom: boolean;
  readonly delimiter?: string;
  readonly agency?: string;
  readonly publisherRef?: string;
}

/** The exit code of programs that were told to stop by SIGINT. */
const INTERRUPTED = 130;

/**
 * Writes what is named to standard output or into a file. Progress goes to stderr; the report too, but as JSON to
 * standard output where the export itself goes into a file.
 */
export async function exportData(what: string | undefined, options: ExportOptions): Promise<void> {
  if (options.list) return list(what, options);
  if (what === undefined) throw new SetupError('export: say what to export; kazaid export --list shows what there is');
  const { format, bom, delimiter, agency, publisherRef } = options;
  const request: ExportRequest = {
    what,
    format,
    filter: parseFilter(options.filter),
    bom,
    delimiter,
    agency,
    publisherRef,
  };
  const stop = new AbortController();
  // Every read of the export listens to it.
  setMaxListeners(0, stop.signal);
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  // One after the other: building takes the processor for seconds, and a connection that is being opened would time out.
  const schemas = await buildSchema();
  const opened = await openConfiguredGraph(readConfig(), console.error);
  try {
    const readGenerated = createReadGenerated(schemas.model, opened.graph);
    await write(request, options, { graph: opened.graph, schemas, readGenerated, signal: stop.signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('kazaid: interrupted; nothing is left of what was not complete');
    process.exitCode = INTERRUPTED;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await opened.close();
  }
}

type Context = Parameters<typeof openExport>[1] & { readonly signal: AbortSignal };

async function write(request: ExportRequest, { out, json }: ExportOptions, context: Context): Promise<void> {
  const exported = await openExport(request, context);
  const began = performance.now();
  const endProgress = showProgress(request.what, exported.count);
  let isWhole = true;
  try {
    if (out === undefined) isWhole = await writeToOutput(exported.chunks, context.signal);
    else await writeAtomically(resolve(readConfig().callerFolder, out), exported.chunks, context.signal);
  } finally {
    endProgress();
  }
  if (!isWhole) return;
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const report = exported.report?.();
  const summary = { what: request.what, file: out ?? null, count: exported.count(), seconds, ...report };
  if (json) (out === undefined ? console.error : console.log)(JSON.stringify(summary, null, 2));
  else {
    console.error(`${request.what}: ${summary.count} in ${seconds} s`);
    if (report) console.error(printIatiReport(report));
  }
}

async function list(what: string | undefined, { json }: ExportOptions): Promise<void> {
  const { schema } = await buildSchema();
  const exports = describeExports(schema);
  const known = exports.map(({ name }) => name);
  if (what !== undefined && !known.includes(what))
    throw new SetupError(`export: got "${what}", expected one of ${known.join(', ')}`);
  const shown = exports.filter(({ name }) => what === undefined || name === what);
  console.log(json ? JSON.stringify(shown, null, 2) : printExports(exports, what));
}
