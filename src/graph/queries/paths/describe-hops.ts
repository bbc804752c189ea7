import { basisWeakness } from '../../cypher/basis-weakness.ts';
import { overlapsYears } from '../../cypher/overlaps-years.ts';
import { type ParticipationFilter, participationFits } from '../../cypher/participation-fits.ts';
import { participationRow } from '../../cypher/participation-row.ts';
import type { Graph } from '../../open-graph.ts';
import type { ParticipationRow } from '../participations.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

/** Two actors that share an activity, by their ids. */
export interface ActorPair {
  readonly from: string;
  readonly to: string;
}

/** What is shown of a hop. */
export interface HopRow {
  readonly from: ReferenceRow;
  readonly to: ReferenceRow;
  readonly sharedActivities: number;
  readonly activity: ReferenceRow;
  /** Place of the hop's basis in the vocabulary. */
  readonly weakness: number;
  readonly fromParticipations: readonly ParticipationRow[];
  readonly toParticipations: readonly ParticipationRow[];
}

const [PART_FITS, OTHER_FITS] = [participationFits('part'), participationFits('other')];
const OVERLAPS = overlapsYears('activity');
const [PART_WEAKNESS, OTHER_WEAKNESS] = [basisWeakness('part'), basisWeakness('other')];
const [FROM_PART, TO_PART] = [participationRow('part', 'from', 'activity'), participationRow('part', 'to', 'activity')];

/** Read from the side with fewer participations; one that runs on without a known end ends last, an undated one first. */
const CYPHER = `
  UNWIND $pairs AS pair
  MATCH (from:Actor {id: pair.from}), (to:Actor {id: pair.to})
  WITH from, to, CASE WHEN COUNT { (from)-[:PARTICIPATES_IN]->() } <= COUNT { (to)-[:PARTICIPATES_IN]->() }
    THEN [from, to] ELSE [to, from] END AS sides
  WITH from, to, sides[0] AS few, sides[1] AS many
  MATCH (few)-[part:PARTICIPATES_IN]->(activity:Activity)
  WHERE ${PART_FITS} AND ${OVERLAPS}
  WITH from, to, many, activity, min(${PART_WEAKNESS}) AS own
  MATCH (activity)<-[other:PARTICIPATES_IN]-(many)
  WHERE ${OTHER_FITS}
  WITH from, to, activity, own, min(${OTHER_WEAKNESS}) AS theirs
  WITH from, to, activity, CASE WHEN own > theirs THEN own ELSE theirs END AS weakness
  ORDER BY weakness, activity.lastDay IS NULL AND activity.firstDay IS NOT NULL DESC, activity.lastDay IS NULL,
    activity.lastDay DESC, activity.id
  WITH from, to, count(activity) AS sharedActivities, head(collect([activity, weakness])) AS best
  WITH from, to, sharedActivities, best[0] AS activity, best[1] AS weakness
  RETURN ${referenceTo('from')} AS from, ${referenceTo('to')} AS to, sharedActivities, weakness,
    ${referenceTo('activity')} AS activity,
    COLLECT {
      MATCH (from)-[part:PARTICIPATES_IN]->(activity) WHERE ${PART_FITS}
      WITH part ORDER BY part.id RETURN ${FROM_PART}
    } AS fromParticipations,
    COLLECT {
      MATCH (to)-[part:PARTICIPATES_IN]->(activity) WHERE ${PART_FITS}
      WITH part ORDER BY part.id RETURN ${TO_PART}
    } AS toParticipations`;

/**
 * What is shown of the hops between these pairs: the number of activities shared under the filter, and of these the
 * best-founded, then the one that ends last, then by id. Cost grows with the participations of the less connected side.
 */
export function describeHops(
  graph: Graph,
  pairs: readonly ActorPair[],
  filter: ParticipationFilter,
  signal?: AbortSignal,
): Promise<HopRow[]> {
  return graph.read<HopRow & Record<string, unknown>>(CYPHER, { pairs, ...filter }, signal);
}
