import type { Graph } from '../open-graph.ts';

const CYPHER = `
  UNWIND $ids AS id
  MATCH (activity:Activity {id: id}) WHERE activity.lastUpdated IS NOT NULL
  RETURN id, activity.lastUpdated AS lastUpdated`;

/** When the activities with these ids were last changed, as their publishers say. Absent: who does not say it, or is not there. */
export async function findLastUpdates(graph: Graph, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await graph.read<{ id: string; lastUpdated: string }>(CYPHER, { ids });
  return new Map(rows.map(({ id, lastUpdated }) => [id, lastUpdated]));
}
