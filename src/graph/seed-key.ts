import type { Graph } from './open-graph.ts';

/** What the curated facts in the graph were made from; null where none were written yet. */
export async function readSeedKey(graph: Graph): Promise<string | null> {
  const [row] = await graph.read<{ key: string | null }>(
    "MATCH (state:GraphState {id: 'graph'}) RETURN state.seedKey AS key",
  );
  return row?.key ?? null;
}

export async function rememberSeedKey(graph: Graph, key: string): Promise<void> {
  await graph.write((transaction) =>
    transaction.run("MERGE (state:GraphState {id: 'graph'}) SET state.seedKey = $key", { key }),
  );
}
