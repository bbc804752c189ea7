import type { Graph } from '../open-graph.ts';
import { type Reference, type ReferenceRow, referenceTo, toReference } from './reference.ts';

const CYPHER = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})
  RETURN ${referenceTo('entity')} AS reference`;

/** The records with these ids, as references by id. Ids that are not in the graph are absent. One look-up by key each. */
export async function findReferences(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Reference>> {
  const rows = await graph.read<{ reference: ReferenceRow }>(CYPHER, { ids }, signal);
  return new Map(rows.map(({ reference }) => [reference.id, toReference(reference)]));
}
