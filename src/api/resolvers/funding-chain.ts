import { cursorScope } from '../../domain/cursor.ts';
import { compareIds, type FundingChain } from '../../domain/funding/funding-chain.ts';
import { WorkBudget } from '../../domain/funding/work-budget.ts';
import { sumByCurrency } from '../../domain/money.ts';
import { TELLING_OF_MONEY } from '../../graph/cypher/funding-links.ts';
import type { FundingLinkRow } from '../../graph/queries/funding/describe-funding-links.ts';
import { enumerateFundingChains } from '../../graph/queries/funding/enumerate-funding-chains.ts';
import { findActorsInRole, type RoleOfEnd } from '../../graph/queries/funding/find-actors-in-role.ts';
import { listFundingChains } from '../../graph/queries/funding/list-funding-chains.ts';
import type { FundingChainCriteria } from '../../graph/queries/funding/read-funding-region.ts';
import type { Reference } from '../../graph/queries/reference.ts';
import { type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { requireItems } from './require-items.ts';
import { ACTIVITIES, ACTORS, requireRecords } from './require-records.ts';

type Filter = Partial<Omit<FundingChainCriteria, 'sources'>> & {
  readonly reportedBy?: FundingChainCriteria['sources'] | null;
};

/** Links that may be read to tell where cycles begin. */
const MOST_LINKS_OF_CYCLES = 20_000;

async function fundingChains(
  _: unknown,
  { filter, ...page }: PageArguments & { readonly filter?: Filter | null },
  { graph, loaders, signal }: RequestContext,
) {
  requireItems(filter ?? {}, 'filter.');
  const criteria = toCriteria(filter ?? {});
  await requireNamed(criteria, loaders);
  let whole: Promise<FundingChain[]> | undefined;
  const all = () => {
    whole ??= enumerateFundingChains(graph, criteria, signal);
    return whole;
  };
  return toConnection(page, {
    scope: cursorScope('fundingChains', criteria),
    rows: (cursor, limit) => {
      const after = cursor?.map(String) ?? null;
      if (criteria.activities || criteria.implementers || criteria.recipients) return pageOf(all(), after, limit);
      const budget = new WorkBudget(
        MOST_LINKS_OF_CYCLES,
        'links lead to cycles that chains may begin at: name activities in filter',
      );
      return listFundingChains(graph, criteria, { after, limit }, budget, signal);
    },
    keyOf: ({ activities }) => activities,
    edgeOf: (node) => ({ node }),
    count: async () => (await all()).length,
  });
}

async function pageOf(all: Promise<FundingChain[]>, after: readonly string[] | null, limit: number) {
  const chains = await all;
  return chains.filter(({ activities }) => after === null || compareIds(activities, after) > 0).slice(0, limit);
}

function toCriteria({ funders, implementers, recipients, activities, reportedBy }: Filter): FundingChainCriteria {
  return {
    sources: reportedBy ?? TELLING_OF_MONEY,
    funders: funders ?? null,
    implementers: implementers ?? null,
    recipients: recipients ?? null,
    activities: activities ?? null,
  };
}

async function requireNamed(criteria: FundingChainCriteria, loaders: Loaders): Promise<void> {
  await Promise.all([
    requireRecords('filter.funders', criteria.funders ?? [], loaders, ACTORS),
    requireRecords('filter.implementers', criteria.implementers ?? [], loaders, ACTORS),
    requireRecords('filter.recipients', criteria.recipients ?? [], loaders, ['COUNTRY']),
    requireRecords('filter.activities', criteria.activities ?? [], loaders, ACTIVITIES),
  ]);
}

type ChainField<Result> = (chain: FundingChain, _: unknown, context: RequestContext) => Promise<Result>;

const references = (ids: readonly string[], { reference }: Loaders) => Promise.all(ids.map((id) => reference.load(id)));

const links: ChainField<FundingLinkRow[]> = ({ activities }, _, { loaders }) =>
  Promise.all(
    activities.slice(1).map((to, index) => loaders.fundingLink.load({ from: activities[index] as string, to })),
  );

/** The money of the first link: what the giver reports, or else the receiver. */
const amounts: ChainField<ReturnType<typeof sumByCurrency>> = async ({ activities }, _, { loaders }) => {
  const [from, to] = activities as [string, string];
  const { passedOn, received } = await loaders.fundingLink.load({ from, to });
  return sumByCurrency(passedOn.length > 0 ? passedOn : received);
};

const inRole =
  (role: RoleOfEnd, end: 0 | -1): ChainField<readonly Reference[]> =>
  async ({ activities }, _, { loaders }) =>
    (await loaders.ofEach(findActorsInRole, activities.at(end) as string, { role })) ?? [];

/** As many of what tells of a link are looked through for evidence. */
const MOST_TELLERS = 100;

async function linkEvidence({ tellerIds }: FundingLinkRow, { first }: { first: number }, { loaders }: RequestContext) {
  const each = tellerIds.slice(0, MOST_TELLERS).map((factId) => loaders.evidence.load({ factId, limit: first }));
  return (await Promise.all(each)).flat().slice(0, first);
}

export const FUNDING_CHAIN_RESOLVERS = {
  Query: { fundingChains },
  FundingChain: {
    activities: ({ activities }: FundingChain, _: unknown, { loaders }: RequestContext) =>
      references(activities, loaders),
    links,
    amounts,
    funders: inRole('FUNDING', 0),
    implementers: inRole('IMPLEMENTING', -1),
    recipients: inRole('BENEFICIARY', -1),
  },
  FundingLink: {
    from: ({ from }: FundingLinkRow, _: unknown, { loaders }: RequestContext) => loaders.reference.load(from),
    to: ({ to }: FundingLinkRow, _: unknown, { loaders }: RequestContext) => loaders.reference.load(to),
    passedOn: ({ passedOn }: FundingLinkRow) => sumByCurrency(passedOn),
    received: ({ received }: FundingLinkRow) => sumByCurrency(received),
    evidence: linkEvidence,
  },
};
