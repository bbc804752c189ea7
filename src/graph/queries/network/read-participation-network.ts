import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { type ActivityMembers, ParticipationNetwork } from '../../../domain/network/participation-network.ts';
import type { Graph } from '../../open-graph.ts';

/** Activities of one read: a fraction of a second each, and little memory. */
const CHUNK = 5_000;

/** Beyond these the network is counted, but not kept to be walked. */
const MOST_PAIRS = 2_000_000;

const CYPHER = `
  MATCH (activity:Activity) WHERE activity.id > $after
  WITH activity ORDER BY activity.id LIMIT $limit
  OPTIONAL MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
  WITH activity.id AS id, collect(actor.id) AS actorIds, sum(CASE WHEN size(part.statementIds) > 0 THEN 1 ELSE 0 END) AS evidenced
  RETURN max(id) AS last, count(id) AS activities,
    [members IN collect(CASE WHEN size(actorIds) > 0 THEN {actorIds: actorIds, evidenced: evidenced} END) WHERE members IS NOT NULL] AS members`;

interface Chunk {
  readonly last: string | null;
  readonly activities: number;
  readonly members: readonly ActivityMembers[];
}

/**
 * All participations, DECLARED and CURATED, in chunks of activities. Reads the whole graph once: keep what comes of it
 * for as long as the graph does not change.
 */
export async function readParticipationNetwork(graph: Graph): Promise<ParticipationNetwork> {
  const network = new ParticipationNetwork(MOST_PAIRS);
  for (let after = ''; ; ) {
    const parameters = { after, limit: CHUNK, basis: DEFAULT_BASIS };
    const [chunk] = await graph.read<Chunk>(CYPHER, parameters);
    for (const activity of chunk?.members ?? []) network.add(activity);
    if (!chunk?.last || chunk.activities < CHUNK) return network;
    after = chunk.last;
  }
}
