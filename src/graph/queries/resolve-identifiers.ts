import type { Graph } from '../open-graph.ts';

const CYPHER = `
  UNWIND $references AS reference
  MATCH (identifier:Identifier {id: 'identifier:' + reference.scheme + '|' + reference.value})-[link:IDENTIFIES]->(entity:Entity)
  RETURN reference.scheme + '|' + reference.value AS key, coalesce(link.insteadOf, entity.id) AS id`;

/**
 * Which record each code stands for, by `scheme|value`, in the words of its sources: where that record was merged into
 * another, the one that went, which the writer redirects. Codes that the graph does not know are absent.
 */
export async function resolveIdentifiers(
  graph: Graph,
  references: readonly { readonly scheme: string; readonly value: string }[],
): Promise<Map<string, string>> {
  const rows = await graph.read<{ key: string; id: string }>(CYPHER, { references });
  return new Map(rows.map(({ key, id }) => [key, id]));
}
