import type { Graph } from '../../open-graph.ts';

const CYPHER = `
  MATCH (source:Source) RETURN source.publisher AS name
  UNION
  MATCH (reporter:Organisation) WHERE reporter.name IS NOT NULL AND EXISTS { (reporter)<-[:REPORTED_BY]-() }
  RETURN reporter.name AS name`;

/** The names of all who published something: publishers of sources, and organisations that report activities. */
export async function listPublishers(graph: Graph): Promise<string[]> {
  return (await graph.read<{ name: string }>(CYPHER)).map(({ name }) => name);
}
