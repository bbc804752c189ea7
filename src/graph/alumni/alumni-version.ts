import type { Graph } from '../open-graph.ts';

/** Equal texts mean that nothing of alumni was written in between. */
export async function alumniVersion(graph: Graph, signal?: AbortSignal): Promise<string> {
  const [row] = await graph.read<{ version: number; changedAt: string | null }>(
    "OPTIONAL MATCH (state:AlumniState {id: 'alumni'}) RETURN coalesce(state.version, 0) AS version, toString(state.changedAt) AS changedAt",
    {},
    signal,
  );
  return `${row?.version ?? 0}@${row?.changedAt ?? 'never'}`;
}
