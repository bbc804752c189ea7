import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Route } from '../../domain/paths/best-routes.ts';
import { explainPaths } from '../../domain/paths/explain-paths.ts';
import { type Term, VOCABULARY } from '../../domain/vocabulary.ts';
import { describeHops, type HopRow } from '../../graph/queries/paths/describe-hops.ts';
import { type ActorsMeant, findActorsMeant } from '../../graph/queries/paths/find-actors-meant.ts';
import { findCommonNeighbours } from '../../graph/queries/paths/find-common-neighbours.ts';
import { findPathBlockers } from '../../graph/queries/paths/find-path-blockers.ts';
import { type FoundPaths, findPaths, type PathCriteria } from '../../graph/queries/paths/find-paths.ts';
import type { RequestContext } from '../context.ts';
import { type PathArguments, requirePathActors, requirePathArguments, requireSeparateEnds } from './path-arguments.ts';
import { whileChecking } from './require-records.ts';
import { toDays } from './year-range.ts';

async function paths(_: unknown, args: PathArguments, { graph, loaders, signal }: RequestContext) {
  requirePathArguments(args);
  const criteria = toCriteria(args);
  const { from, to, via, avoid } = criteria;
  const meant = await whileChecking(
    requirePathActors(args, loaders),
    findActorsMeant(graph, [from, to, ...via, ...avoid], signal),
  );
  requireSeparateEnds(criteria, meant);
  const found = await findPaths(graph, criteria, meant, signal);
  return {
    paths: () => describe(found.routes, criteria, { graph, signal }),
    truncated: found.isCut,
    explanation: () =>
      found.routes.length < criteria.limit ? explain(criteria, meant, found, { graph, signal }) : null,
  };
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

/** One round trip for all hops. A route of which a hop has been taken out of the graph meanwhile is left out. */
async function describe(routes: readonly Route[], { filter }: PathCriteria, { graph, signal }: Access) {
  const pairs = new Map(routes.flatMap(pairsOf).map((pair) => [keyOf(pair), pair]));
  if (pairs.size === 0) return [];
  const rows = await describeHops(graph, [...pairs.values()], filter, signal);
  const hops = new Map(rows.map((row) => [keyOf({ from: row.from.id, to: row.to.id }), row]));
  return routes.flatMap((route) => {
    const found = pairsOf(route).flatMap((pair) => hops.get(keyOf(pair)) ?? []);
    return found.length === route.actors.length - 1 ? [toPath(route, found)] : [];
  });
}

function pairsOf({ actors }: Route): { from: string; to: string }[] {
  return actors.slice(1).map((to, index) => ({ from: actors[index] ?? '', to }));
}

function keyOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}

function toPath({ hubs }: Route, hops: readonly HopRow[]) {
  return {
    hubs,
    actors: [...hops.slice(0, 1).map(({ from }) => from), ...hops.map(({ to }) => to)],
    basis: basisOf(Math.max(...hops.map(({ weakness }) => weakness))),
    hops: hops.map(({ weakness, ...hop }) => ({ ...hop, basis: basisOf(weakness) })),
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
