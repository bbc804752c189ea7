import type { Graph } from '../open-graph.ts';

/** Equal texts mean that nobody was added, changed or erased in between; that somebody was looked at does not count. */
export async function alumniVersion(graph: Graph, signal?: AbortSignal): Promise<string> {
  const [row] = await graph.read<{ version: number; changedAt: string | null }>(
    "OPTIONAL MATCH (state:AlumniState {id: 'alumni'}) RETURN coalesce(state.version, 0) AS version, toString(state.changedAt) AS changedAt",
    {},
    signal,
  );
  return `${row?.version ?? 0}@${row?.changedAt ?? 'never'}`;
}
