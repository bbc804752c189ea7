import { type ParticipationFilter, participationFits } from '../../cypher/participation-fits.ts';
import { participationRow } from '../../cypher/participation-row.ts';
import type { Graph } from '../../open-graph.ts';
import type { ParticipationRow } from '../participations.ts';

/** An actor and an activity it takes part in, by their ids. */
export interface ActorInActivity {
  readonly actor: string;
  readonly activity: string;
}

const ROW = participationRow('part', 'actor', 'activity');

const cypherFor = (filter: ParticipationFilter) => `
  UNWIND $pairs AS pair
  MATCH (actor:Actor {id: pair.actor}), (activity:Activity {id: pair.activity})
  MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE ${participationFits('part', filter)}
  WITH actor, activity, part ORDER BY part.id
  RETURN actor.id AS actor, activity.id AS activity, collect(${ROW}) AS participations`;

/** The participations that count, in the order of their ids, for each of the pairs in its order. Cost grows with the pairs. */
export async function findHopParticipations(
  graph: Graph,
  pairs: readonly ActorInActivity[],
  filter: ParticipationFilter,
  signal?: AbortSignal,
): Promise<(readonly ParticipationRow[])[]> {
  const rows = await graph.read<ActorInActivity & { participations: ParticipationRow[] } & Record<string, unknown>>(
    cypherFor(filter),
    { pairs, ...filter },
    signal,
  );
  const found = new Map(rows.map(({ actor, activity, participations }) => [`${actor} ${activity}`, participations]));
  return pairs.map(({ actor, activity }) => found.get(`${actor} ${activity}`) ?? []);
}
