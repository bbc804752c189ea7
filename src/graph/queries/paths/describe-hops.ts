import { basisWeakness } from '../../cypher/basis-weakness.ts';
import { BEST_SHARED_FIRST } from '../../cypher/best-shared-first.ts';
import { overlapsYears } from '../../cypher/overlaps-years.ts';
import { type ParticipationFilter, participationFits } from '../../cypher/participation-fits.ts';
import type { Graph } from '../../open-graph.ts';

/** Two actors that share an activity, by their ids. */
export interface ActorPair {
  readonly from: string;
  readonly to: string;
}

/** What is shown of a hop, by ids. */
export interface HopRow extends ActorPair {
  /** Place of the hop's basis in the vocabulary. */
  readonly weakness: number;
  readonly shared: number;
  readonly activity: string;
}

/** Read from the side with fewer participations. */
const cypherFor = (filter: ParticipationFilter) => `
  UNWIND $pairs AS pair
  MATCH (from:Actor {id: pair.from}), (to:Actor {id: pair.to})
  WITH pair, CASE WHEN COUNT { (from)-[:PARTICIPATES_IN]->() } <= COUNT { (to)-[:PARTICIPATES_IN]->() }
    THEN [from, to] ELSE [to, from] END AS sides
  WITH pair, sides[0] AS few, sides[1] AS many
  MATCH (few)-[part:PARTICIPATES_IN]->(activity)
  WHERE ${participationFits('part', filter)} AND ${overlapsYears('activity', filter)}
  WITH pair, many, activity, min(${basisWeakness('part')}) AS own
  MATCH (activity)<-[other:PARTICIPATES_IN]-(many)
  WHERE ${participationFits('other', filter)}
  WITH pair, activity, own, min(${basisWeakness('other')}) AS theirs
  WITH pair, activity, CASE WHEN own > theirs THEN own ELSE theirs END AS weakness
  ORDER BY ${BEST_SHARED_FIRST}
  WITH pair, count(*) AS shared, head(collect([weakness, activity])) AS best
  WITH pair, shared, best[0] AS weakness, best[1] AS activity
  RETURN pair.from AS from, pair.to AS to, weakness, shared, activity.id AS activity`;

/**
 * What is shown of the hops between these pairs: the number of activities shared under the filter, and of these the
 * best-founded, then the one that ends last, then by id. Cost grows with the participations of the less connected side.
 */
export async function describeHops(
  graph: Graph,
  pairs: readonly ActorPair[],
  filter: ParticipationFilter,
  signal?: AbortSignal,
): Promise<HopRow[]> {
  if (pairs.length === 0) return [];
  return graph.read<HopRow & Record<string, unknown>>(cypherFor(filter), { pairs, ...filter }, signal);
}
