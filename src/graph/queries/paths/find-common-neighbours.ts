import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

const CYPHER = `
  UNWIND $ends AS end
  MATCH (actor:Actor {id: end.id})-[:PARTICIPATES_IN]->(activity:Activity)
  WITH activity, max(end.isSource) AS ofSource, max(end.isTarget) AS ofTarget
  MATCH (activity)<-[:PARTICIPATES_IN]-(neighbour:Actor)
  WITH DISTINCT activity, ofSource, ofTarget, neighbour
  WITH neighbour, count(activity) AS shared, max(ofSource) AS sharesWithSource, max(ofTarget) AS sharesWithTarget
  WHERE sharesWithSource = 1 AND sharesWithTarget = 1 AND NOT neighbour.id IN $endIds
  WITH neighbour, shared ORDER BY shared DESC, neighbour.id LIMIT $most
  RETURN ${referenceTo('neighbour')} AS neighbour`;

const MOST_NEIGHBOURS = 5;

/**
 * The actors that share an activity with an actor of either side, whatever the roles, years and bases: those first that
 * share most distinct activities with the two sides together, then by id. Cost grows with the participations of the ends.
 */
export async function findCommonNeighbours(
  graph: Graph,
  sources: readonly string[],
  targets: readonly string[],
  signal?: AbortSignal,
): Promise<ReferenceRow[]> {
  const ends = [
    ...sources.map((id) => ({ id, isSource: 1, isTarget: 0 })),
    ...targets.map((id) => ({ id, isSource: 0, isTarget: 1 })),
  ];
  const rows = await graph.read<{ neighbour: ReferenceRow }>(
    CYPHER,
    { ends, endIds: ends.map(({ id }) => id), most: MOST_NEIGHBOURS },
    signal,
  );
  return rows.map(({ neighbour }) => neighbour);
}
