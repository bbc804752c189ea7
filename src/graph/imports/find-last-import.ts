import type { ImportEntry } from '../../domain/import-entry.ts';
import type { Graph } from '../open-graph.ts';

export type LastImport = Pick<ImportEntry, 'id' | 'file' | 'publisher' | 'startedAt' | 'status'>;

/** The import begun last, of those that stand; null where none does. */
export async function findLastImport(graph: Graph, signal?: AbortSignal): Promise<LastImport | null> {
  const [row] = await graph.read<LastImport>(
    `MATCH (i:Import) WHERE NOT i.status IN ['UNDOING', 'UNDONE']
     WITH i ORDER BY i.startedAt DESC, i.id LIMIT 1
     RETURN i.id AS id, i.file AS file, i.publisher AS publisher, toString(i.startedAt) AS startedAt, i.status AS status`,
    {},
    signal,
  );
  return row ?? null;
}
