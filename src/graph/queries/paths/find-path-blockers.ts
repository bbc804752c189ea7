import type { Route } from '../../../domain/paths/best-routes.ts';
import { type Term, VOCABULARY } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActorsMeant } from './find-actors-meant.ts';
import { type FoundPaths, findPaths, type PathCriteria } from './find-paths.ts';

/** The arguments that can keep a route out, in the order of the schema. */
export type PathFilter = Term<'PathFilter'>;

/** Longer routes say little about two actors and cost a great deal to look for. */
export const MOST_HOPS = 4;

/**
 * The conditions without which, the others staying as they are, there is a route that was not found. Each that was set
 * costs a search of its own, bounded as every search is; where one is cut, a condition may go unnoticed.
 */
export async function findPathBlockers(
  graph: Graph,
  criteria: PathCriteria,
  meant: ReadonlyMap<string, ActorsMeant>,
  found: FoundPaths,
  signal?: AbortSignal,
): Promise<PathFilter[]> {
  const known = new Set(found.routes.map(keyOf));
  const limit = known.size + 1;
  const answers = await Promise.all(
    relaxations(criteria, found).map(async ({ filter, relaxed }) => {
      const { routes } = await findPaths(graph, { ...criteria, ...relaxed, limit }, meant, signal);
      return routes.some((route) => !known.has(keyOf(route))) ? [filter] : [];
    }),
  );
  return answers.flat();
}

interface Relaxation {
  readonly filter: PathFilter;
  readonly isSet: boolean;
  readonly relaxed: Partial<PathCriteria>;
}

function relaxations({ maxHops, via, avoid, avoidHubs, filter }: PathCriteria, { metHub }: FoundPaths): Relaxation[] {
  const { roles, basis, from, to } = filter;
  const all: Relaxation[] = [
    { filter: 'MAX_HOPS', isSet: maxHops < MOST_HOPS, relaxed: { maxHops: MOST_HOPS } },
    { filter: 'VIA', isSet: via.length > 0, relaxed: { via: [] } },
    { filter: 'AVOID', isSet: avoid.length > 0, relaxed: { avoid: [] } },
    { filter: 'AVOID_HUBS', isSet: avoidHubs && metHub, relaxed: { avoidHubs: false } },
    {
      filter: 'YEARS',
      isSet: from !== null || to !== null,
      relaxed: { filter: { ...filter, from: null, to: null } },
    },
    { filter: 'ROLES', isSet: roles !== null, relaxed: { filter: { ...filter, roles: null } } },
    {
      filter: 'BASIS',
      isSet: VOCABULARY.Basis.some((each) => !basis.includes(each)),
      relaxed: { filter: { ...filter, basis: VOCABULARY.Basis } },
    },
  ];
  return all.filter(({ isSet }) => isSet);
}

function keyOf({ actors }: Route): string {
  return actors.join(' ');
}
