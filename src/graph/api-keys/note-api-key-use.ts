import type { Graph } from '../open-graph.ts';

/** Writes down the day on which a key was used; the public graph does not change by it. */
export async function noteApiKeyUse(graph: Graph, id: string, day: string): Promise<void> {
  await graph.write((transaction) =>
    transaction.run('MATCH (key:ApiKey {id: $id}) SET key.lastUsedOn = $day', { id, day }),
  );
}
