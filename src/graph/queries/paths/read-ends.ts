import { type ActorLink, MOST_OF_A_NORMAL_ACTOR } from '../../../domain/paths/actor-network.ts';
import { matchActorsTakingPart } from '../../cypher/actors-taking-part.ts';
import { basisWeakness } from '../../cypher/basis-weakness.ts';
import { BEST_SHARED_FIRST } from '../../cypher/best-shared-first.ts';
import { overlapsYears } from '../../cypher/overlaps-years.ts';
import { type ParticipationFilter, participationFits } from '../../cypher/participation-fits.ts';
import type { Graph } from '../../open-graph.ts';
import { FEW_PARTICIPATIONS, MOST_LINKS } from './find-actor-links.ts';
import { type ActorsMeant, MOST_ACTORS } from './find-actors-meant.ts';
import type { PathCriteria, ReadLinks } from './find-paths.ts';

/** A link with what is shown of the hop. */
export interface ShownLink extends ActorLink {
  /** How many activities the two share under the filter. */
  readonly shared: number;
  /** The id of the one that is shown. */
  readonly activity: string;
}

/** What a search for routes needs first, read at one time. */
export interface Ends extends ReadLinks {
  readonly meant: ReadonlyMap<string, ActorsMeant>;
  readonly links: readonly ShownLink[] | null;
}

const WHO_IS_MEANT = `${matchActorsTakingPart('[$source, $target]')}
  WITH id, collect(actor) AS actors, collect(degree) AS degrees
  WITH id, actors[..$mostActors] AS actors, degrees, reduce(sum = 0, degree IN degrees | sum + degree) AS cost
  ORDER BY cost
  WITH collect({id: id, actors: actors, degrees: degrees, cost: cost}) AS ends
  WITH ends, $mayBeOneSided AND ends[1].cost > 3 * ends[0].cost AS isOneSided,
    reduce(members = [], end IN ends | members + end.actors) AS members
  WITH ends, isOneSided, members,
    size(ends) = 2 AND ends[0].cost <= $few AND (isOneSided OR ends[1].cost <= $few) AS areFew`;

const matchLinks = (filter: ParticipationFilter) => `
      MATCH (actor)-[part:PARTICIPATES_IN]->(activity)<-[other:PARTICIPATES_IN]-(neighbour)
      WHERE neighbour <> actor AND ${participationFits('part', filter)} AND ${participationFits('other', filter)}
        AND ${overlapsYears('activity', filter)}`;

/** A hop is as weak as its weaker side, each side being taken by its best part. */
const WEAKNESS = `${basisWeakness('part')} AS own, ${basisWeakness('other')} AS theirs`;
const LEAST_WEAKNESS = 'min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness';

/** Where one side is much dearer to read, its links to those next to the other are met from there. */
const linksOfEnds = (filter: ParticipationFilter) => `
  CALL (ends, areFew, isOneSided, members) {
    CALL (ends, areFew, isOneSided, members) {
      UNWIND CASE WHEN NOT areFew THEN [] WHEN isOneSided THEN ends[..1] ELSE ends END AS end
      UNWIND end.actors AS actor
      ${matchLinks(filter)}
      WITH end.id = $source AS isNear, actor, neighbour, activity, ${WEAKNESS}
      WITH isNear, actor, neighbour, activity, ${LEAST_WEAKNESS}
      RETURN isNear, actor, neighbour, collect([activity, weakness]) AS shared
      UNION ALL
      UNWIND CASE WHEN areFew AND isOneSided THEN ends[0].actors ELSE [] END AS actor
      ${matchLinks(filter)}
      WITH DISTINCT neighbour WHERE NOT neighbour IN members
      WITH neighbour, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
      WHERE NOT $avoidHubs OR degree <= $mostNormal
      WITH collect(neighbour) AS between, sum(degree) AS cost
      UNWIND CASE WHEN cost <= $few THEN between ELSE [] END AS actor
      ${matchLinks(filter)} AND neighbour IN ends[1].actors
      WITH actor, neighbour, activity, ${WEAKNESS}
      WITH actor, neighbour, activity, ${LEAST_WEAKNESS}
      WITH actor, neighbour, collect([activity, weakness]) AS shared
      RETURN ends[1].id = $source AS isNear, neighbour AS actor, actor AS neighbour, shared
    }
    WITH neighbour, collect([actor, neighbour, shared]) AS links, collect(DISTINCT isNear) AS sides
    WITH neighbour, links, sides, neighbour IN members AS isEnd, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
    RETURN collect({
      actor: neighbour, degree: degree, links: links, isEnd: isEnd,
      isNear: true IN sides, isFar: false IN sides,
      mayPass: NOT isEnd AND (NOT $avoidHubs OR degree <= $mostNormal)
    }) AS found
  }
  WITH ends, isOneSided, found, [one IN found WHERE one.mayPass] AS passable,
    areFew AND reduce(sum = 0, one IN found | sum + size(one.links)) <= $mostLinks AS areFew
  WITH ends, isOneSided, found, passable, areFew,
    size([one IN passable WHERE one.isNear AND one.isFar]) >= $limit AS isEnough
  WITH *, areFew AND (isEnough OR NOT isOneSided OR size(found) = 0) AS areKnown
  WITH *, areFew AND NOT areKnown AND ends[1].cost <= $few AS isWorthMore, CASE WHEN areKnown THEN found ELSE [] END AS told`;

/** Those next to the two ends share an activity where both take part in it: nobody else in it is looked at. */
const linksBetween = (filter: ParticipationFilter) => `
  WITH *, areKnown AND NOT isOneSided AND NOT isEnough AND $maxHops > 2
    AND reduce(sum = 0, one IN passable | sum + CASE WHEN one.isNear THEN one.degree ELSE 0 END) <= $few
    AND reduce(sum = 0, one IN passable | sum + CASE WHEN one.isFar THEN one.degree ELSE 0 END) <= $few AS areJoined
  CALL (passable, areJoined) {
    UNWIND CASE WHEN areJoined THEN passable ELSE [] END AS one
    WITH one.actor AS actor, one.isNear AS isNear, one.isFar AS isFar
    MATCH (actor)-[part:PARTICIPATES_IN]->(activity)
    WHERE ${participationFits('part', filter)} AND ${overlapsYears('activity', filter)}
    WITH activity, actor, isNear, isFar, min(${basisWeakness('part')}) AS weakness
    WITH activity, collect([actor, weakness, isNear, isFar]) AS parts
    WITH activity, [one IN parts WHERE one[2]] AS near, [one IN parts WHERE one[3]] AS far
    WITH collect([activity, near, far]) AS meetings, sum(size(near) * size(far)) <= $mostLinks AS areFewPairs
    CALL (meetings, areFewPairs) {
      UNWIND CASE WHEN areFewPairs THEN meetings ELSE [] END AS meeting
      UNWIND meeting[1] AS near
      UNWIND meeting[2] AS far
      WITH near[0] AS actor, far[0] AS neighbour, meeting[0] AS activity,
        CASE WHEN near[1] > far[1] THEN near[1] ELSE far[1] END AS weakness
      WHERE actor <> neighbour
      WITH actor, neighbour, collect([activity, weakness]) AS shared
      RETURN collect([actor, neighbour, shared]) AS joined
    }
    RETURN joined, areFewPairs
  }
  WITH *, areJoined AND areFewPairs AS areAllJoined`;

const SHOWN = `
  CALL (told, isEnough, joined) {
    UNWIND [one IN told WHERE NOT isEnough OR one.isEnd OR one.isNear AND one.isFar | one.links] + [joined] AS links
    UNWIND links AS link
    WITH link[0] AS actor, link[1] AS neighbour, link[2] AS shared
    UNWIND shared AS each
    WITH actor, neighbour, each[0] AS activity, each[1] AS weakness
    ORDER BY ${BEST_SHARED_FIRST}
    WITH actor, neighbour, count(*) AS shared, head(collect([weakness, activity])) AS best
    WITH actor, neighbour, shared, best[0] AS weakness, best[1] AS activity
    RETURN collect([actor.id, neighbour.id, weakness, COUNT { (neighbour)-[:PARTICIPATES_IN]->() }, shared, activity.id]) AS links
  }
  RETURN [end IN ends | [end.id, [actor IN end.actors | actor.id], end.degrees]] AS ends,
    areKnown, isWorthMore, areAllJoined AS areJoined, links`;

interface Row extends Record<string, unknown> {
  readonly ends: readonly [id: string, actors: readonly string[], degrees: readonly number[]][];
  /** All that can matter of the links of the ends is told. */
  readonly areKnown: boolean;
  /** It would be, if the dearer side were read too. */
  readonly isWorthMore: boolean;
  readonly areJoined: boolean;
  readonly links: readonly [string, string, weakness: number, degree: number, shared: number, activity: string][];
}

/**
 * Who is meant by the ends of a route and, where one of them has few participations, links of both: where two hops give as
 * many routes as are wanted, those that lead from the one to the other, else all of them, and with these the links between
 * their neighbours as far as those have few participations. One read, or a second where ends that differ much in size
 * share too little; its cost grows with the participations of the smaller end and of those next to it.
 */
export async function readEnds(
  graph: Graph,
  { from: source, to: target, maxHops, limit, avoidHubs, filter }: PathCriteria,
  signal?: AbortSignal,
): Promise<Ends> {
  const asked = { source, target, maxHops, limit, avoidHubs };
  const bounds = {
    few: FEW_PARTICIPATIONS,
    mostNormal: MOST_OF_A_NORMAL_ACTOR,
    mostActors: MOST_ACTORS,
    mostLinks: MOST_LINKS,
  };
  const cypher = `${WHO_IS_MEANT} ${linksOfEnds(filter)} ${linksBetween(filter)} ${SHOWN}`;
  const read = async (mayBeOneSided: boolean) => {
    const [found] = await graph.read<Row>(cypher, { ...filter, ...asked, ...bounds, mayBeOneSided }, signal);
    return found;
  };
  const first = await read(true);
  const row = first?.isWorthMore ? await read(false) : first;
  if (!row) return { meant: new Map(), links: null, areJoined: false };
  const meant = row.ends.map(([id, actors, degrees]): [string, ActorsMeant] => [
    id,
    {
      degrees: new Map(actors.map((actor, index) => [actor, degrees[index] ?? 0])),
      isCut: degrees.length > MOST_ACTORS,
    },
  ]);
  const links = row.links.map(([from, to, weakness, degree, shared, activity]) => ({
    ...{ from, to, weakness, degree },
    ...{ shared, activity },
  }));
  return { meant: new Map(meant), links: row.areKnown ? links : null, areJoined: row.areJoined };
}
