import type { Graph } from '../../open-graph.ts';

const CYPHER = `
  CALL () {
    MATCH (n:Name {id: $id}) RETURN n
    UNION
    MATCH (n:Identifier {id: $id}) RETURN n
  }
  RETURN n {.*} AS attached`;

/** The values of a name or an identifier; null where there is none with this id. One look-up by key. */
export async function findAttached(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [row] = await graph.read<{ attached: Record<string, unknown> }>(CYPHER, { id }, signal);
  return row?.attached ?? null;
}
