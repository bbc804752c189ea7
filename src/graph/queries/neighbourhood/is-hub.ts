import { MOST_OF_A_NORMAL_RECORD, relationCount } from '../../cypher/surroundings.ts';
import type { Graph } from '../../open-graph.ts';

const RELATIONS = relationCount('record');

const CYPHER = `
  MATCH (record:Entity {id: $id})
  RETURN ${RELATIONS} > $mostRelations AS isHub`;

/** Whether the record has more relations than a normal one. One look-up, whatever their number. */
export async function isHub(graph: Graph, id: string, signal?: AbortSignal): Promise<boolean> {
  const [row] = await graph.read<{ isHub: boolean }>(CYPHER, { id, mostRelations: MOST_OF_A_NORMAL_RECORD }, signal);
  return row?.isHub ?? false;
}
