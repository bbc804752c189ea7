import type { Graph } from '../open-graph.ts';

/** The names of these records in English, by their ids; absent: what the graph does not hold. */
export async function readNames(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const rows = await graph.read<{ id: string; name: string }>(
    'MATCH (entity:Entity) WHERE entity.id IN $ids RETURN entity.id AS id, entity.name AS name',
    { ids: [...new Set(ids)] },
    signal,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
