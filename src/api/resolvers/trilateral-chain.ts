import type { GraphQLResolveInfo } from 'graphql';
import { chainBasis } from '../../domain/chain-basis.ts';
import { cursorScope } from '../../domain/cursor.ts';
import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { EntityType } from '../../domain/entity-type.ts';
import { sumByCurrency } from '../../domain/money.ts';
import { type Term, VOCABULARY } from '../../domain/vocabulary.ts';
import type { ChainParts } from '../../graph/cypher/chain-row.ts';
import { type ChainWork, describeChainWork } from '../../graph/queries/trilateral/describe-chain-work.ts';
import {
  countTrilateralChains,
  findTrilateralChains,
  type TrilateralChainCriteria,
} from '../../graph/queries/trilateral/find-trilateral-chains.ts';
import type { TrilateralChainRow } from '../../graph/queries/trilateral/trilateral-chain-row.ts';
import { askedOfNodes } from '../asked-of-nodes.ts';
import { type Connection, type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { resolveEntity } from './entity.ts';
import { evidence } from './evidence.ts';
import { idOf } from './record-id.ts';
import { requireItems } from './require-items.ts';
import { ACTIVITIES, ACTORS, requireRecords, whileChecking } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

type Filter = Partial<Omit<TrilateralChainCriteria, 'from' | 'to'>> & { readonly years?: YearRange | null };

export async function trilateralChains(
  _: unknown,
  { filter, ...page }: PageArguments & { readonly filter?: Filter | null },
  { graph, loaders, signal }: RequestContext,
  info: GraphQLResolveInfo,
) {
  requireItems(filter ?? {}, 'filter.');
  const criteria = toCriteria(filter ?? {});
  const check = () =>
    Promise.all(IDS.map((name) => requireRecords(`filter.${name}`, criteria[name] ?? [], loaders, KINDS[name])));
  const wanted = wantedParts(info);
  const connection = toConnection(page, {
    scope: cursorScope('trilateralChains', criteria),
    rows: (after, limit) =>
      findTrilateralChains(graph, criteria, { after: String(after?.[0] ?? ''), limit }, wanted, signal),
    keyOf: ({ id }) => [id],
    edgeOf: (chain) => ({ node: chain }),
    count: () => countTrilateralChains(graph, criteria, signal),
  });
  return showsAll(criteria) ? unlessShown(connection, check) : whileChecking(check(), connection);
}

/** Whether a chain that is found shows that all ids asked for mean something: all actors, and of any other list the one in it. */
function showsAll(criteria: TrilateralChainCriteria): boolean {
  return IDS.every((name) => hasNoneTwice(criteria[name]) && (name === 'actors' || (criteria[name]?.length ?? 0) <= 1));
}

function hasNoneTwice(ids: readonly string[] | null): boolean {
  return new Set(ids).size === (ids?.length ?? 0);
}

/** An answer that shows by itself that what was asked for exists: only an empty one is checked, and one that fails. */
async function unlessShown<Shown extends Connection<object>>(answer: Promise<Shown>, check: () => Promise<unknown>) {
  const isShown = await answer.then(
    ({ edges }) => edges.length > 0,
    () => false,
  );
  if (!isShown) await check();
  return answer;
}

const ACTOR_LISTS = ['actors', 'facilitating', 'pivotal', 'beneficiaries'];

function wantedParts(info: GraphQLResolveInfo): ChainParts {
  const asked = askedOfNodes(info);
  const lists = ACTOR_LISTS.filter((name) => asked.has(name));
  return {
    actors: lists.length > 0 || asked.has('basis'),
    countries: lists.some((name) => askedOfNodes(info, name).has('country')),
    activities: asked.has('activities'),
  };
}

const IDS = ['actors', 'facilitating', 'pivotal', 'beneficiaries', 'regions', 'sectors', 'activities'] as const;

const KINDS: Readonly<Record<(typeof IDS)[number], readonly EntityType[]>> = {
  actors: ACTORS,
  facilitating: ACTORS,
  pivotal: ACTORS,
  beneficiaries: ACTORS,
  regions: ['REGION'],
  sectors: ['SECTOR'],
  activities: ACTIVITIES,
};

function toCriteria({ years, basis, ...filter }: Filter): TrilateralChainCriteria {
  return {
    actors: filter.actors ?? null,
    facilitating: filter.facilitating ?? null,
    pivotal: filter.pivotal ?? null,
    beneficiaries: filter.beneficiaries ?? null,
    regions: filter.regions ?? null,
    sectors: filter.sectors ?? null,
    activities: filter.activities ?? null,
    statuses: filter.statuses ?? null,
    basis: basis ?? DEFAULT_BASIS,
    ...toDays('filter.years', years),
  };
}

function actorsAs(...roles: readonly Term<'TriangularRole'>[]) {
  return ({ actors }: TrilateralChainRow) => roles.flatMap((role) => actors.filter((actor) => actor.role === role));
}

/** Most lists of chains do without: read for all chains of a list together, once any of it is asked for. */
function workOf<Shown>(show: (work: ChainWork) => readonly Shown[]) {
  return async ({ id }: TrilateralChainRow, _: unknown, { loaders }: RequestContext) => {
    const work = await loaders.ofEach(describeChainWork, id, {});
    return work ? show(work) : [];
  };
}

export const TRILATERAL_CHAIN_RESOLVERS = {
  TrilateralChain: {
    basis: ({ actors }: TrilateralChainRow) => chainBasis(actors),
    actors: actorsAs(...VOCABULARY.TriangularRole),
    facilitating: actorsAs('FACILITATING'),
    pivotal: actorsAs('PIVOTAL'),
    beneficiaries: actorsAs('BENEFICIARY'),
    regions: workOf(({ regions }) => regions),
    sectors: workOf(({ sectors }) => sectors),
    commitments: workOf(({ commitments }) => sumByCurrency(commitments)),
    arrangement: resolveEntity(
      ({ id }: TrilateralChainRow) => id,
      () => 'ARRANGEMENT',
    ),
    evidence,
  },
  ChainActor: { evidence },
  TriangularArrangement: {
    chain: async (arrangement: object, _: unknown, { loaders }: RequestContext) => {
      const chain = await loaders.chain.load(idOf(arrangement));
      return chain && VOCABULARY.TriangularRole.every((role) => chain.actors.some((actor) => actor.role === role))
        ? chain
        : null;
    },
  },
};
