import type { ImportEntry } from '../../domain/import-entry.ts';
import { DomainError } from '../../errors.ts';
import { listImports } from '../../graph/imports/list-imports.ts';
import { type UndoProgress, undoImport } from '../../graph/imports/undo-import.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { stopSignal } from '../imports/stop-signal.ts';
import { withImportTurn } from '../imports/with-import-turn.ts';

/** Fewer characters of an id are more likely a slip than an intention. */
const SHORTEST_PREFIX = 6;

/** Takes one import back; its id may be given by its first characters. */
export async function undo(id: string, options: { readonly json: boolean; readonly wait: boolean }): Promise<void> {
  const { signal, release } = stopSignal();
  try {
    const undone = await withImportTurn(
      { task: `undo of ${id}`, mayWait: options.wait, signal },
      async (graph, turn) => {
        const entry = await requireImport(graph, id);
        const onProgress = (done: UndoProgress) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${done.records} of ${entry.held} records taken back`);
        };
        const { records, isStopped } = await undoImport(graph, entry.id, onProgress, turn);
        if (process.stderr.isTTY) process.stderr.write('\n');
        return { id: entry.id, file: entry.file, records, replaced: entry.replaced, isStopped };
      },
    );
    if (undone === null || undone.isStopped) process.exitCode = EXIT_CODES.STOPPED;
    if (undone === null) return;
    console.log(options.json ? JSON.stringify(undone, null, 2) : describe(undone));
  } finally {
    release();
  }
}

async function requireImport(graph: Graph, prefix: string): Promise<ImportEntry> {
  const found = await listImports(graph, prefix);
  const entry = found.find(({ id }) => id === prefix) ?? found[0];
  if (entry === undefined) {
    throw new DomainError(
      'NotFound',
      `no import has an id that begins with "${prefix}"; \`kazaid imports\` lists them`,
    );
  }
  if (entry.id !== prefix && prefix.length < SHORTEST_PREFIX) {
    throw new DomainError(
      'InvalidInput',
      `"${prefix}" is too little: give at least ${SHORTEST_PREFIX} characters of the id`,
    );
  }
  if (entry.id !== prefix && found.length > 1) {
    throw new DomainError(
      'InvalidInput',
      `"${prefix}" may mean ${found.map(({ id }) => id).join(', ')}: give more of it`,
    );
  }
  return entry;
}

function describe({
  id,
  file,
  records,
  replaced,
  isStopped,
}: {
  id: string;
  file: string;
  records: number;
  replaced: number;
  isStopped: boolean;
}): string {
  if (isStopped) return `${id} (${file}): ${records} records taken back; stopped; undo it again to go on.`;
  const older =
    replaced > 0
      ? `\n${replaced} records of other files had been replaced by it: import those files again to have them back.`
      : '';
  return `${id} (${file}): ${records} records taken back.${older}`;
}
