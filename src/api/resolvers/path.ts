import DataLoader from 'dataloader';
import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Route } from '../../domain/paths/best-routes.ts';
import { explainPaths } from '../../domain/paths/explain-paths.ts';
import { type Term, VOCABULARY } from '../../domain/vocabulary.ts';
import type { ParticipationRow } from '../../graph/queries/participations.ts';
import { type ActorPair, describeHops, type HopRow } from '../../graph/queries/paths/describe-hops.ts';
import { type ActorsMeant, findActorsMeant } from '../../graph/queries/paths/find-actors-meant.ts';
import { findCommonNeighbours } from '../../graph/queries/paths/find-common-neighbours.ts';
import { type ActorInActivity, findHopParticipations } from '../../graph/queries/paths/find-hop-participations.ts';
import { findPathBlockers } from '../../graph/queries/paths/find-path-blockers.ts';
import { type FoundPaths, findPaths, type PathCriteria } from '../../graph/queries/paths/find-paths.ts';
import { readEnds, type ShownLink } from '../../graph/queries/paths/read-ends.ts';
import type { Reference } from '../../graph/queries/reference.ts';
import type { RequestContext } from '../context.ts';
import { type PathArguments, requirePathActors, requirePathArguments, requireSeparateEnds } from './path-arguments.ts';
import { toDays } from './year-range.ts';

async function paths(_: unknown, args: PathArguments, context: RequestContext) {
  requirePathArguments(args);
  const { graph, loaders, signal } = context;
  const criteria = toCriteria(args);
  const { from, to, via, avoid } = criteria;
  const ids = [from, to, ...via, ...avoid];
  const ends = mayReadEnds(criteria) ? await readEnds(graph, criteria, signal) : undefined;
  const meant = ends?.meant ?? (await findActorsMeant(graph, ids, signal));
  // An id stands for somebody only if it means an actor.
  if (meant.size < ids.length) await requirePathActors(args, loaders);
  requireSeparateEnds(criteria, meant);
  const found = await findPaths(graph, criteria, meant, signal, ends);
  return {
    paths: () => describe(found.routes, criteria, ends?.links ?? [], context),
    truncated: found.isCut,
    explanation: () =>
      found.routes.length < criteria.limit ? explain(criteria, meant, found, { graph, signal }) : null,
  };
}

/** Routes that must go round or through somebody are looked for only once it is known who is meant. */
function mayReadEnds({ via, avoid, maxHops }: PathCriteria): boolean {
  return via.length === 0 && avoid.length === 0 && maxHops > 1;
}

function toCriteria({ years, roles, basis, via, avoid, avoidHubs, ...rest }: PathArguments): PathCriteria {
  return {
    ...rest,
    via: via ?? [],
    avoid: avoid ?? [],
    avoidHubs: avoidHubs ?? true,
    filter: { roles: roles ?? null, basis: basis ?? DEFAULT_BASIS, ...toDays('years', years) },
  };
}

type Access = Pick<RequestContext, 'graph' | 'signal'>;

/**
 * One round trip for all hops that are not known yet, one for the names, one for the participations where they are
 * asked for. A route of which anything has been taken out of the graph meanwhile is left out.
 */
async function describe(
  routes: readonly Route[],
  { filter }: PathCriteria,
  links: readonly ShownLink[],
  { graph, loaders, signal }: RequestContext,
) {
  const hops = new Map<string, HopRow>(
    links.flatMap((link) => [[keyOf(link), link] as const, [keyOf(turned(link)), link] as const]),
  );
  const unknown = new Map(routes.flatMap(pairsOf).map((pair) => [keyOf(pair), pair]));
  for (const key of hops.keys()) unknown.delete(key);
  for (const row of await describeHops(graph, [...unknown.values()], filter, signal)) hops.set(keyOf(row), row);
  const participations = new DataLoader<ActorInActivity, readonly ParticipationRow[], string>(
    (pairs) => findHopParticipations(graph, pairs, filter, signal),
    { cacheKeyFn: ({ actor, activity }) => `${actor} ${activity}` },
  );
  const describeHop = async (pair: ActorPair) => {
    const hop = hops.get(keyOf(pair));
    if (!hop) return null;
    const { weakness, shared: sharedActivities, activity: id } = hop;
    const [from, to, activity] = await Promise.all(
      [pair.from, pair.to, id].map((each) => loaders.reference.load(each)),
    );
    if (!from || !to || !activity) return null;
    return {
      ...{ from, to, sharedActivities, activity, weakness, basis: basisOf(weakness) },
      fromParticipations: () => participations.load({ actor: pair.from, activity: id }),
      toParticipations: () => participations.load({ actor: pair.to, activity: id }),
    };
  };
  const paths = await Promise.all(
    routes.map(async (route) => {
      const found = await Promise.all(pairsOf(route).map(describeHop));
      const whole = found.filter((hop) => hop !== null);
      return whole.length === found.length ? [toPath(route, whole)] : [];
    }),
  );
  return paths.flat();
}

type Hop = { readonly from: Reference; readonly to: Reference; readonly weakness: number };

function turned({ from, to }: ActorPair): ActorPair {
  return { from: to, to: from };
}

function pairsOf({ actors }: Route): ActorPair[] {
  return actors.slice(1).map((to, index) => ({ from: actors[index] ?? '', to }));
}

function keyOf({ from, to }: ActorPair): string {
  return `${from} ${to}`;
}

function toPath({ hubs }: Route, hops: readonly Hop[]) {
  return {
    hubs,
    actors: [...hops.slice(0, 1).map(({ from }) => from), ...hops.map(({ to }) => to)],
    basis: basisOf(Math.max(...hops.map(({ weakness }) => weakness))),
    hops,
  };
}

function basisOf(weakness: number): Term<'Basis'> {
  return VOCABULARY.Basis[weakness] ?? 'INFERRED';
}

async function explain(
  criteria: PathCriteria,
  meant: ReadonlyMap<string, ActorsMeant>,
  found: FoundPaths,
  { graph, signal }: Access,
) {
  const membersOf = (id: string) => [...(meant.get(id)?.degrees.keys() ?? [])];
  const [blockedBy, commonNeighbours] = await Promise.all([
    found.isCut ? [] : findPathBlockers(graph, criteria, meant, found, signal),
    findCommonNeighbours(graph, membersOf(criteria.from), membersOf(criteria.to), signal),
  ]);
  const message = explainPaths({
    found: found.routes.length,
    wanted: criteria.limit,
    maxHops: criteria.maxHops,
    isCut: found.isCut,
    blockedBy,
    commonNeighbours: commonNeighbours.length,
  });
  return { message, blockedBy, commonNeighbours };
}

export const PATH_RESOLVERS = { Query: { paths } };
