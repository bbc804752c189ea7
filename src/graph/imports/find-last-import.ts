import type { ImportEntry } from '../../domain/import-entry.ts';
import type { Graph } from '../open-graph.ts';

export type LastImport = Pick<ImportEntry, 'id' | 'file' | 'publisher' | 'startedAt' | 'status'>;

/** The import that changed the graph last and ended, of those that stand; null where none does. */
export async function findLastImport(graph: Graph, signal?: AbortSignal): Promise<LastImport | null> {
  const [row] = await graph.read<LastImport>(
    `MATCH (i:Import) WHERE i.changedAt IS NOT NULL
     WITH i ORDER BY i.changedAt DESC, i.id LIMIT 1
     RETURN i.id AS id, i.changedBy[0] AS file, i.changedBy[1] AS publisher, i.changedBy[2] AS startedAt,
       i.changedBy[3] AS status`,
    {},
    signal,
  );
  return row ?? null;
}
