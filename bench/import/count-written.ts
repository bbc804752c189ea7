import type { Graph } from '../../src/graph/open-graph.ts';
import { activityIdentifier } from '../network/iati-activity.ts';

/** How many facts rest on what some activities of a generated file say, by evidence that the graph holds. */
export async function countWritten(graph: Graph, prefix: string, first: number, count: number): Promise<number> {
  const ids = Array.from({ length: count }, (_, index) => `iati:${activityIdentifier(prefix, first + index)}`);
  const [row] = await graph.read<{ facts: number }>(
    'UNWIND $ids AS id MATCH (s:Statement {recordId: id}) RETURN count(DISTINCT s.factId) AS facts',
    { ids },
  );
  return row?.facts ?? 0;
}
