import { resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import { today } from '../../domain/today.ts';
import { DomainError } from '../../errors.ts';
import type { AlumniStore } from '../../graph/alumni/alumni-store.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import { type AlumniFile, openAlumniFile } from '../../import/alumni/open-alumni-file.ts';
import { readAlumniMapping } from '../../import/alumni/read-alumni-mapping.ts';
import { findInputFiles } from '../../import/files/find-input-files.ts';
import { confirmImport } from '../alumni/confirm-import.ts';
import { type ImportPreview, previewImport } from '../alumni/preview-import.ts';
import { printPreview } from '../alumni/print-preview.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { stopSignal } from '../imports/stop-signal.ts';
import { openAlumniStore } from '../open-alumni-store.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

export interface ImportAlumniOptions {
  readonly mapping: string;
  readonly by: string;
  /** The code of a preview; absent: a preview is made, and nothing is written. */
  readonly confirm?: string;
  readonly json: boolean;
}

/** Previews the import of a table of alumni, or writes what an earlier preview said. Neither prints a datum of a person. */
export async function importAlumni(path: string, options: ImportAlumniOptions): Promise<void> {
  const config = readConfig();
  // File and mapping are checked before a database is started.
  const file = await openFile(resolve(config.callerFolder, path), resolve(config.callerFolder, options.mapping));
  await withConfiguredGraph(config, async (graph) => run(file, await openAlumniStore(graph, config), options));
}

async function openFile(path: string, mapping: string): Promise<AlumniFile> {
  const read = await readAlumniMapping(mapping);
  const [input, ...others] = await findInputFiles([path]);
  if (input && others.length === 0) return openAlumniFile(input, read);
  throw new DomainError('InvalidInput', `${path}: expected one file; found ${others.length + (input ? 1 : 0)}`);
}

async function run(file: AlumniFile, store: AlumniStore, options: ImportAlumniOptions): Promise<void> {
  if (options.confirm === undefined) {
    const { preview } = await previewImport(file, store, today());
    say(preview, options, false);
    if (preview.problems.some(({ row }) => row === 0)) process.exitCode = EXIT_CODES.INCOMPLETE;
    return;
  }
  await applyConstraints(store.graph);
  const { signal, release } = stopSignal();
  try {
    const confirmation = { code: options.confirm, by: options.by, today: today(), signal };
    const { preview, isStopped } = await confirmImport(file, store, confirmation);
    if (isStopped) process.exitCode = EXIT_CODES.STOPPED;
    if (isStopped) console.error('kazaid: stopped; what was written is kept: look at a new preview to go on');
    else say(preview, options, true);
  } finally {
    release();
  }
}

function say(preview: ImportPreview, { json }: ImportAlumniOptions, isWritten: boolean): void {
  if (json) {
    console.log(JSON.stringify({ ...preview, isWritten }, null, 2));
    return;
  }
  console.log(printPreview(preview, isWritten));
  if (isWritten) return;
  const { code } = preview;
  console.log(code === null ? 'There is nothing to confirm.' : `To write exactly this, add: --confirm ${code}`);
}
