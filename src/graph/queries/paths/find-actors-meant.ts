import { matchActorsTakingPart } from '../../cypher/actors-taking-part.ts';
import type { Graph } from '../../open-graph.ts';

/** The actors that an id stands for, with the number of their participations. */
export interface ActorsMeant {
  readonly degrees: ReadonlyMap<string, number>;
  /** True where a country has more organisations that take part in anything than are read. */
  readonly isCut: boolean;
}

/** A country has some hundreds of organisations; those that take part in most come first. */
export const MOST_ACTORS = 5_000;

const CYPHER = `${matchActorsTakingPart('$ids')}
  WITH id, collect([actor.id, degree]) AS actors
  RETURN id, actors[..$most] AS actors, size(actors) > $most AS isCut`;

/**
 * Who is meant by each id: the actor itself and, where it is a country, those of its own organisations that take part in
 * anything. Cost grows with the organisations of the countries.
 */
export async function findActorsMeant(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, ActorsMeant>> {
  const rows = await graph.read<{ id: string; actors: [string, number][]; isCut: boolean }>(
    CYPHER,
    { ids, most: MOST_ACTORS },
    signal,
  );
  return new Map(rows.map(({ id, actors, isCut }) => [id, { degrees: new Map(actors), isCut }]));
}
