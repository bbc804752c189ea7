import type { Graph } from '../open-graph.ts';

/** The mark of the keys that the alumni of this graph are sealed with; null where it never had any. */
export async function markOfGraph(graph: Graph): Promise<string | null> {
  const [state] = await graph.read<{ mark: string | null }>(
    "MATCH (state:AlumniState {id: 'alumni'}) RETURN state.keys AS mark",
  );
  return state?.mark ?? null;
}
