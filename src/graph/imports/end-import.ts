import type { ImportStatus } from '../../domain/import-entry.ts';
import type { Graph } from '../open-graph.ts';
import { importId } from './begin-import.ts';

export interface ImportOutcome {
  readonly status: ImportStatus;
  readonly milliseconds: number;
  readonly read: number;
  readonly replaced: number;
  readonly problems: Readonly<Record<string, number>>;
}

/** Enters into the journal how the import ended. */
export async function endImport(graph: Graph, sourceId: string, outcome: ImportOutcome): Promise<void> {
  const { replaced, problems, ...rest } = outcome;
  await graph.write((transaction) =>
    transaction.run(
      `MATCH (i:Import {id: $id})
       SET i += $rest, i.replaced = i.replaced + $replaced, i.problems = $problems, i.endedAt = datetime({timezone: 'Z'})`,
      { id: importId(sourceId), rest, replaced, problems: JSON.stringify(problems) },
    ),
  );
}
