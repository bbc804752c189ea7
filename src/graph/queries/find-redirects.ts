import type { Graph } from '../open-graph.ts';

/** The records into which these were merged, by the id of the one that went. One look-up by key each. */
export async function findRedirects(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const rows = await graph.read<{ id: string; to: string }>(
    'UNWIND $ids AS id MATCH (r:Redirect {id: id}) RETURN r.id AS id, r.to AS to',
    { ids },
    signal,
  );
  return new Map(rows.map(({ id, to }) => [id, to]));
}
