import type { Graph } from '../open-graph.ts';

const CYPHER =
  'MATCH (record:Record) WHERE record.id STARTS WITH $prefix AND NOT record.id IN $besides RETURN record.id AS id';

/** The ids of the records that begin so, besides those given. */
export async function findRecordIds(graph: Graph, prefix: string, besides: readonly string[]): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(CYPHER, { prefix, besides });
  return rows.map(({ id }) => id);
}
