import type { Source } from '../../domain/source.ts';
import type { Graph } from '../open-graph.ts';

/** Enters the file into the journal of imports, or says there that it is read again. */
export async function beginImport(graph: Graph, file: string, source: Source): Promise<void> {
  await graph.write((transaction) =>
    transaction.run(
      `MERGE (i:Import {id: $id})
       ON CREATE SET i.runs = 0, i.read = 0, i.replaced = 0, i.problems = '{}'
       SET i.runs = i.runs + 1, i.status = 'RUNNING', i.startedAt = datetime({timezone: 'Z'}),
         i.endedAt = null, i.milliseconds = null,
         i.file = $file, i.publisher = $publisher, i.sha256 = $sha256`,
      { id: importId(source.id), file, publisher: source.publisher, sha256: source.sha256 ?? null },
    ),
  );
}

/** The id of the import of this source. */
export function importId(sourceId: string): string {
  return sourceId.slice('source:'.length);
}
