import { readConfig } from '../../config.ts';
import type { ImportEntry } from '../../domain/import-entry.ts';
import { findImportHolder } from '../../graph/imports/import-lock.ts';
import { listImports } from '../../graph/imports/list-imports.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

/** Lists the journal of imports, the last begun first; with --json as an array. */
export async function imports({ json }: { readonly json: boolean }): Promise<void> {
  const { entries, isBusy } = await withConfiguredGraph(readConfig(), async (graph) => ({
    entries: await listImports(graph),
    isBusy: (await findImportHolder(graph)) !== null,
  }));
  if (json) console.log(JSON.stringify(entries, null, 2));
  else
    console.log(
      entries.length === 0 ? 'Nothing was imported yet.' : entries.map((one) => print(one, isBusy)).join('\n\n'),
    );
}

function print(entry: ImportEntry, isBusy: boolean): string {
  const { id, file, publisher, startedAt, milliseconds, runs, read, held, problems } = entry;
  const took = milliseconds === null ? '' : `, took ${(milliseconds / 1_000).toFixed(1)} s`;
  const kinds = Object.entries(problems).map(([kind, count]) => `${kind} ${count}`);
  return [
    id,
    `  file       ${file}`,
    `  publisher  ${publisher}`,
    `  status     ${status(entry, isBusy)}`,
    `  begun      ${startedAt.slice(0, 19).replace('T', ' ')} UTC${took}${runs > 1 ? `, read ${runs} times` : ''}`,
    `  records    ${read} read, ${held} of them stand`,
    `  problems   ${kinds.length === 0 ? 'none' : kinds.join(', ')}`,
  ].join('\n');
}

const STATUS: Readonly<Record<ImportEntry['status'], string>> = {
  RUNNING: 'under way',
  COMPLETE: 'complete',
  PARTIAL: 'the file was not read to its end',
  STOPPED: 'stopped; import the file again to go on',
  UNDOING: 'being taken back; if that was interrupted, undo it again',
  UNDONE: 'taken back',
};

function status({ status: ended }: ImportEntry, isBusy: boolean): string {
  return ended === 'RUNNING' && !isBusy ? 'interrupted; import the file again to go on' : STATUS[ended];
}
