import type { Graph } from '../open-graph.ts';

export interface GraphState {
  /** Moves with every change of the graph. */
  readonly version: string;
  /** ISO 8601; null for an empty graph. */
  readonly changedAt: string | null;
}

const CYPHER =
  "OPTIONAL MATCH (state:GraphState {id: 'graph'}) RETURN coalesce(state.version, 0) AS version, toString(state.changedAt) AS changedAt";

export async function readGraphState(graph: Graph, signal?: AbortSignal): Promise<GraphState> {
  const [row] = await graph.read<{ version: number; changedAt: string | null }>(CYPHER, {}, signal);
  return { version: String(row?.version ?? 0), changedAt: row?.changedAt ?? null };
}
