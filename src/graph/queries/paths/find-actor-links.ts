import type { ActorLink } from '../../../domain/paths/actor-network.ts';
import { basisWeakness } from '../../cypher/basis-weakness.ts';
import { overlapsYears } from '../../cypher/overlaps-years.ts';
import { type ParticipationFilter, participationFits } from '../../cypher/participation-fits.ts';
import type { Graph } from '../../open-graph.ts';

export interface LinkSearch {
  /** The actors whose neighbours are wanted. */
  readonly of: readonly string[];
  /** Only these neighbours; null: any. */
  readonly within: readonly string[] | null;
  /** Not these neighbours. */
  readonly without: readonly string[];
  /** Neighbours that are given whatever else is cut. */
  readonly first: readonly string[];
}

export interface FoundLinks {
  readonly links: readonly ActorLink[];
  readonly isCut: boolean;
}

/** How many links one read gives. */
export const MOST_LINKS = 20_000;

/** As many participations take less time to read than to ask for. */
export const FEW_PARTICIPATIONS = 1_000;

/** A hop is as weak as its weaker side, each side being taken by its best part; of several activities the best counts. */
const cypherFor = (filter: ParticipationFilter) => `
  UNWIND $of AS id
  MATCH (actor:Actor {id: id})-[part:PARTICIPATES_IN]->(activity)
  WHERE ${participationFits('part', filter)} AND ${overlapsYears('activity', filter)}
  WITH actor, activity, min(${basisWeakness('part')}) AS own
  MATCH (activity)<-[other:PARTICIPATES_IN]-(neighbour)
  WHERE neighbour <> actor AND ${participationFits('other', filter)}
  WITH actor, neighbour, own, ${basisWeakness('other')} AS theirs
  WITH actor, neighbour, min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness
  WITH actor.id AS from, neighbour.id AS to, neighbour, weakness
  WHERE ($within IS NULL OR to IN $within) AND NOT to IN $without
  WITH from, to, weakness, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
  ORDER BY to IN $first DESC, degree, to, from LIMIT $most
  RETURN from, collect([to, weakness, degree]) AS found`;

/**
 * The distinct actors that share an activity with these ones under the filter, those with fewest participations first,
 * at most 20,000. Cost grows with the participations of the actors asked of, times the participants of an activity.
 */
export async function findActorLinks(
  graph: Graph,
  search: LinkSearch,
  filter: ParticipationFilter,
  signal?: AbortSignal,
): Promise<FoundLinks> {
  if (search.of.length === 0 || search.within?.length === 0) return { links: [], isCut: false };
  const rows = await graph.read<{ from: string; found: [string, number, number][] }>(
    cypherFor(filter),
    { ...search, ...filter, most: MOST_LINKS + 1 },
    signal,
  );
  const links = rows.flatMap(({ from, found }) =>
    found.map(([to, weakness, degree]) => ({ from, to, weakness, degree })),
  );
  return { links, isCut: links.length > MOST_LINKS };
}
