import { expect } from 'vitest';
import type { Answer } from '../support/api.ts';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph } from './small-graph.ts';

type Source = 'RECEIVER_ACTIVITY' | 'PROVIDER_ACTIVITY' | 'PARENT_AND_CHILD';

interface Filter {
  readonly funders?: readonly string[];
  readonly implementers?: readonly string[];
  readonly recipients?: readonly string[];
  readonly activities?: readonly string[];
  readonly reportedBy?: readonly Source[];
}

interface Chain {
  readonly ids: readonly string[];
  readonly ending: string;
}

const QUERY = `query ($filter: FundingChainFilter, $first: Int!, $after: String) {
  fundingChains(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      ending
      activities { id }
      funders { id } implementers { id } recipients { id }
      amounts { value currency }
      links { from { id } to { id } reportedBy passedOn { value currency } received { value currency } }
    } }
  }
}`;

const EVERY: readonly Source[] = ['RECEIVER_ACTIVITY', 'PROVIDER_ACTIVITY', 'PARENT_AND_CHILD'];
const OUTGOING = ['OUTGOING_COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE'];

/** Tries every order of activities: what a chain is, told of whole sequences and not of steps. */
export const oracle: Oracle = async (small, ask, all) => {
  // What no filter narrows, or only the funders do, is asked of all graphs at once and looked at in this one's ids.
  const own = new Set(small.activities.map(({ id }) => id));
  const number = all.indexOf(small);
  for (const filter of filtersOf(small).filter((_, index) => index % 4 === number % 4)) {
    const expected = chainsOf(small, filter).map((chain) => describe(small, chain));
    const found = await pages(ask, filter, 2);
    const narrows = filter.activities ?? filter.funders ?? filter.implementers ?? filter.recipients;
    const mine = narrows ? found : found.filter(({ activities }) => own.has(activities[0].id));
    expect({ filter, chains: mine }).toEqual({ filter, chains: expected });
  }
  if (small !== all[0]) return;
  for (const filter of [null, { reportedBy: EVERY }]) {
    const found = await pages(ask, filter, 9);
    const expected = all.flatMap((each) => chainsOf(each, filter ?? {}).map((chain) => describe(each, chain)));
    expect(found).toEqual(expected.sort((one, other) => compare(idsOf(one), idsOf(other))));
  }
};

function filtersOf(small: SmallGraph): Filter[] {
  const [a1, , a3, a4, , a6] = small.activities.map(({ id }) => id) as [string, string, string, string, string, string];
  const [country, second] = small.countries.map(({ id }) => id) as [string, string];
  const organisation = small.organisations[0]?.id as string;
  const inRole = (role: string) => [
    ...new Set(small.participations.filter((part) => part.role === role).map(({ actor }) => actor)),
  ];
  const some = (ids: readonly string[], otherwise: string) => (ids.length > 0 ? ids : [otherwise]);
  return [
    { activities: [a1] },
    { activities: [a3, a6], reportedBy: EVERY },
    { activities: [a4], reportedBy: ['PARENT_AND_CHILD'] },
    { activities: [a4, a1], reportedBy: ['PROVIDER_ACTIVITY', 'PARENT_AND_CHILD'] },
    { funders: some(inRole('FUNDING'), organisation), reportedBy: EVERY },
    { funders: [country, organisation] },
    { implementers: some(inRole('IMPLEMENTING'), organisation), reportedBy: EVERY },
    { implementers: [country, second], reportedBy: ['RECEIVER_ACTIVITY'] },
    { recipients: [country, second], reportedBy: EVERY },
    { recipients: [second], implementers: [country, organisation], reportedBy: EVERY },
    { recipients: [country], funders: some(inRole('FUNDING'), organisation), reportedBy: EVERY },
    { activities: [a1, a3], recipients: [country, second], reportedBy: EVERY },
    { activities: [a1, a6], funders: [country], implementers: [country, organisation], reportedBy: EVERY },
  ];
}

async function pages(ask: Ask, filter: Filter | null, first: number): Promise<Answer[]> {
  const found: Answer[] = [];
  for (let after: string | null = null; ; ) {
    const { fundingChains }: Answer = await ask(QUERY, { filter, first, after });
    found.push(...fundingChains.edges.map(({ node }: Answer) => node));
    if (!fundingChains.pageInfo.hasNextPage) {
      expect(found).toHaveLength(fundingChains.totalCount);
      return found;
    }
    after = fundingChains.pageInfo.endCursor;
  }
}

function tellers(small: SmallGraph, from: string, to: string): Source[] {
  if (from === to) return [];
  const by: Source[] = [];
  if (given(small, from, to).length > 0) by.push('RECEIVER_ACTIVITY');
  if (taken(small, from, to).length > 0) by.push('PROVIDER_ACTIVITY');
  const isParent = small.relatedActivities.some(
    (relation) =>
      (relation.from === from && relation.to === to && relation.kind === 'CHILD') ||
      (relation.from === to && relation.to === from && relation.kind === 'PARENT'),
  );
  if (isParent) by.push('PARENT_AND_CHILD');
  return by;
}

const given = (small: SmallGraph, from: string, to: string) =>
  small.transactions.filter((one) => one.madeIn === from && one.toActivity === to && OUTGOING.includes(one.type));
const taken = (small: SmallGraph, from: string, to: string) =>
  small.transactions.filter((one) => one.madeIn === to && one.fromActivity === from && one.type === 'INCOMING_FUNDS');

function chainsOf(small: SmallGraph, filter: Filter): Chain[] {
  const sources = filter.reportedBy ?? ['RECEIVER_ACTIVITY', 'PROVIDER_ACTIVITY'];
  const ids = small.activities.map(({ id }) => id);
  const isLink = (from: string, to: string) => tellers(small, from, to).some((source) => sources.includes(source));
  const reaches = (from: string, to: string) => {
    const seen = new Set(ids.filter((id) => isLink(from, id)));
    for (const id of seen) for (const next of ids) if (isLink(id, next)) seen.add(next);
    return seen.has(to);
  };
  const isStart = (id: string) => {
    const before = ids.filter((other) => other !== id && reaches(other, id));
    return before.every((other) => reaches(id, other) && id < other);
  };
  return sequences(ids)
    .filter((chain) => chain.length > 1 && isStart(chain[0] as string))
    .filter((chain) => chain.every((id, index) => index === 0 || isLink(chain[index - 1] as string, id)))
    .map((chain) => {
      const last = chain.at(-1) as string;
      return { ids: chain, last, on: ids.filter((id) => isLink(last, id)) };
    })
    .filter(({ ids: chain, on }) => on.every((id) => chain.includes(id)))
    .filter(({ ids: chain }) => fits(small, chain, filter))
    .map(({ ids: chain, last, on }) => {
      const isPhantom = small.activities.find(({ id }) => id === last)?.isPhantom;
      return { ids: chain, ending: on.length > 0 ? 'CYCLE' : isPhantom ? 'DANGLING' : 'COMPLETE' };
    })
    .sort((one, other) => compare(one.ids, other.ids));
}

function fits(small: SmallGraph, chain: readonly string[], filter: Filter): boolean {
  const meant = (asked: readonly string[]) => (actor: string) =>
    asked.includes(actor) || asked.includes(small.organisations.find(({ id }) => id === actor)?.country ?? '');
  const { funders, implementers, recipients, activities } = filter;
  return (
    (!funders || inRole(small, chain.at(0), 'FUNDING').some(meant(funders))) &&
    (!implementers || inRole(small, chain.at(-1), 'IMPLEMENTING').some(meant(implementers))) &&
    (!recipients || inRole(small, chain.at(-1), 'BENEFICIARY').some((actor) => recipients.includes(actor))) &&
    (!activities || chain.some((id) => activities.includes(id)))
  );
}

function inRole(small: SmallGraph, activity: string | undefined, role: string): string[] {
  return small.participations
    .filter((part) => part.activity === activity && part.role === role && part.basis !== 'INFERRED')
    .map(({ actor }) => actor)
    .sort();
}

/** Every sequence of some of the ids, none twice. */
function sequences(ids: readonly string[]): string[][] {
  return ids.flatMap((id) => [[id], ...sequences(ids.filter((other) => other !== id)).map((rest) => [id, ...rest])]);
}

function describe(small: SmallGraph, { ids, ending }: Chain) {
  const ref = (id: string) => ({ id });
  const links = ids.slice(1).map((to, index) => {
    const from = ids[index] as string;
    return {
      from: ref(from),
      to: ref(to),
      reportedBy: tellers(small, from, to),
      passedOn: sums(given(small, from, to).filter(({ type }) => type !== 'OUTGOING_COMMITMENT')),
      received: sums(taken(small, from, to)),
    };
  });
  const first = links[0] as (typeof links)[number];
  return {
    ending,
    activities: ids.map(ref),
    funders: inRole(small, ids.at(0), 'FUNDING').map(ref),
    implementers: inRole(small, ids.at(-1), 'IMPLEMENTING').map(ref),
    recipients: inRole(small, ids.at(-1), 'BENEFICIARY')
      .filter((id) => id.startsWith('country:'))
      .map(ref),
    amounts: first.passedOn.length > 0 ? first.passedOn : first.received,
    links,
  };
}

/** In thousandths, in which all amounts of the small graphs are whole. */
function sums(transactions: readonly { readonly amount: string; readonly currency: string }[]) {
  const currencies = [...new Set(transactions.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const thousandths = transactions
      .filter((one) => one.currency === currency)
      .reduce((sum, { amount }) => sum + Math.round(Number(amount) * 1000), 0);
    return { value: String(thousandths / 1000), currency };
  });
}

const idsOf = ({ activities }: Answer): string[] => activities.map(({ id }: Answer) => id);

function compare(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one, other].map((ids) => ids.join('\u0000')) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
