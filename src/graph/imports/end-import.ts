import type { ManagedTransaction } from 'neo4j-driver';
import type { ImportStatus } from '../../domain/import-entry.ts';
import type { Graph } from '../open-graph.ts';
import { moveVersion } from '../write/graph-lock.ts';
import { importId } from './begin-import.ts';

export interface ImportOutcome {
  readonly status: ImportStatus;
  readonly milliseconds: number;
  readonly read: number;
  readonly written: number;
  readonly replaced: number;
  readonly problems: Readonly<Record<string, number>>;
}

/** Enters into the journal how the import ended. */
export async function endImport(graph: Graph, sourceId: string, outcome: ImportOutcome): Promise<void> {
  const { written, replaced, problems, ...rest } = outcome;
  await graph.write(async (transaction) => {
    await transaction.run(
      `MATCH (i:Import {id: $id})
       SET i += $rest, i.replaced = i.replaced + $replaced, i.problems = $problems, i.endedAt = datetime({timezone: 'Z'})`,
      { id: importId(sourceId), rest, replaced, problems: JSON.stringify(problems) },
    );
    if (written > 0) await showAsLast(transaction, importId(sourceId));
  });
}

/** What is told of the last import holds as long as the version does: reading a file again in vain changes none of it. */
async function showAsLast(transaction: ManagedTransaction, id: string): Promise<void> {
  await moveVersion(transaction);
  await transaction.run(
    `MATCH (i:Import {id: $id})
     SET i.changedAt = i.endedAt, i.changedBy = [i.file, i.publisher, toString(i.startedAt), i.status]`,
    { id },
  );
}
