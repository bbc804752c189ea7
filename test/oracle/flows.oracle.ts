import { expect } from 'vitest';
import type { Answer } from '../support/api.ts';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph, SmallTransaction } from './small-graph.ts';
import { Exact, judge, percentShares, recipientsOf, sectorsOf, splitTwice } from './split-money.ts';

interface Filter {
  readonly donors?: string[];
  readonly recipients?: string[];
  readonly sectors?: string[];
  readonly participants?: string[];
  readonly activities?: string[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly currencies?: string[];
}

interface Asked {
  readonly groupBy: readonly string[];
  readonly measure: keyof typeof TYPES;
  readonly filter: Filter;
}

const TYPES = {
  COMMITMENTS: ['OUTGOING_COMMITMENT'],
  DISBURSEMENTS: ['DISBURSEMENT'],
  EXPENDITURE: ['EXPENDITURE'],
  SPENDING: ['DISBURSEMENT', 'EXPENDITURE'],
  INCOMING_FUNDS: ['INCOMING_FUNDS'],
} as const;
const ROLES = ['FUNDING', 'ACCOUNTABLE', 'EXTENDING', 'IMPLEMENTING', 'HOST', 'PARTNER', 'BENEFICIARY'];

const QUERY = `query ($filter: FlowFilter, $groupBy: [FlowDimension!]!, $measure: FlowMeasure!) {
  flows(filter: $filter, groupBy: $groupBy, measure: $measure) {
    groupedBy transactionTypes totalRows truncated shares { activitiesWithoutShares activitiesOverHundred }
    rows { keys { dimension value record { id } } amount { value currency } transactions activities } } }`;

export const oracle: Oracle = async (small, ask, all) => {
  for (const asked of variantsFor(small)) await expectTable(small, ask, asked);
  const activities = small.activities.map(({ id }) => id);
  for (const measure of ['SPENDING', 'COMMITMENTS'] as const)
    await expectTable(small, ask, { groupBy: ['DONOR'], measure, filter: { activities } });
  if (small === all[0])
    await expectTable(together(all), ask, { groupBy: ['RECIPIENT'], measure: 'SPENDING', filter: {} });
};

/** Some ways for each graph, all in all for several; each speaks of the activities of this graph only. */
function variantsFor({
  activities,
  countries,
  organisations,
  sectors,
  transactions,
  participations,
}: SmallGraph): Asked[] {
  const here = activities.map(({ id }) => id);
  const turn = participations.length + transactions.length;
  const pick = (ids: readonly { readonly id: string }[], from: number, count: number) =>
    Array.from({ length: count }, (_, index) => (ids[(turn + from + index) % ids.length] as { id: string }).id);
  const group = (...groupBy: string[]) => groupBy;
  const ways: { groupBy: readonly string[]; filter: Filter }[] = [
    { groupBy: group('CURRENCY'), filter: {} },
    { groupBy: group('RECIPIENT'), filter: {} },
    { groupBy: group('SECTOR', 'RECIPIENT'), filter: {} },
    { groupBy: group('CURRENCY', 'RECIPIENT', 'SECTOR', 'YEAR'), filter: {} },
    { groupBy: group('DONOR', 'YEAR'), filter: {} },
    { groupBy: group('FLOW_TYPE', 'CHANNEL'), filter: { recipients: pick(countries, 0, 2) } },
    { groupBy: group('RECIPIENT'), filter: { recipients: pick(countries, 1, 1), sectors: pick(sectors, 0, 2) } },
    { groupBy: group('YEAR'), filter: { sectors: pick(sectors, 1, 1) } },
    { groupBy: group('SECTOR'), filter: { sectors: pick(sectors, 2, 1), recipients: pick(countries, 0, 3) } },
    { groupBy: group('ROLE', 'DONOR'), filter: { participants: pick(organisations, 0, 2) } },
    { groupBy: group('ROLE'), filter: { participants: [...pick(countries, 0, 1), ...pick(organisations, 0, 1)] } },
    { groupBy: group('DONOR'), filter: { donors: [...pick(countries, 0, 1), ...pick(organisations, 2, 1)] } },
    { groupBy: group('RECIPIENT'), filter: { donors: pick(organisations, 1, 3), participants: pick(countries, 1, 2) } },
    { groupBy: group('YEAR'), filter: { years: { from: 2020 }, currencies: ['USD', 'XTS'] } },
    { groupBy: group('DONOR'), filter: { years: { from: 2019, to: 2020 }, recipients: pick(countries, 2, 1) } },
    { groupBy: group('FLOW_TYPE'), filter: { activities: here.slice(0, 1 + (turn % 3)) } },
  ];
  const measures = ['SPENDING', 'COMMITMENTS', 'SPENDING', 'INCOMING_FUNDS', 'SPENDING', 'DISBURSEMENTS'] as const;
  return Array.from({ length: 5 }, (_, index) => {
    const { groupBy, filter } = ways[(turn * 5 + index) % ways.length] as (typeof ways)[number];
    const measure = measures[(turn + index) % measures.length] as Asked['measure'];
    return { groupBy, measure, filter: { activities: here, ...filter } };
  });
}

async function expectTable(small: SmallGraph, ask: Ask, asked: Asked): Promise<void> {
  const { flows }: Answer = await ask(QUERY, { ...asked });
  const dimensions = asked.groupBy.includes('CURRENCY') ? asked.groupBy : [...asked.groupBy, 'CURRENCY'];
  const { rows, shares } = expectedTable(small, asked, dimensions);
  expect(flows.groupedBy).toEqual(dimensions);
  expect(flows.transactionTypes).toEqual(TYPES[asked.measure]);
  expect(flows.rows.map(asText)).toEqual(rows.slice(0, 100));
  expect([flows.totalRows, flows.truncated]).toEqual([rows.length, rows.length > 100]);
  expect(flows.shares).toEqual(shares);
}

function asText({ keys, amount, transactions, activities }: Answer): string {
  const values = keys.map(({ value, record }: Answer) => record?.id ?? value);
  return JSON.stringify([values, `${amount.value} ${amount.currency}`, transactions, activities]);
}

interface Piece {
  readonly transaction: SmallTransaction;
  readonly keys: readonly (string | null)[];
  readonly amount: InstanceType<typeof Exact>;
}

/** Every piece of every transaction by itself, then put into heaps. */
function expectedTable(small: SmallGraph, { filter, measure }: Asked, dimensions: readonly string[]) {
  const byRecipient = dimensions.includes('RECIPIENT') || filter.recipients !== undefined;
  const bySector = dimensions.includes('SECTOR') || filter.sectors !== undefined;
  const purposes = filter.sectors && small.sectors.filter(({ id, category }) => isOneOf(filter.sectors, id, category));
  const fitting = small.transactions
    .filter(({ type }) => TYPES[measure].some((each) => each === type))
    .filter((transaction) => fits(small, filter, transaction));
  const pieces = fitting.flatMap((transaction) =>
    splitTwice(
      transaction.amount,
      byRecipient ? percentShares(recipientsOf(small, transaction.madeIn)) : null,
      bySector ? percentShares(sectorsOf(small, transaction.madeIn)) : null,
    )
      .filter(({ recipient }) => filter.recipients === undefined || filter.recipients.some((id) => id === recipient))
      .filter(({ sector }) => purposes === undefined || purposes.some(({ id }) => id === sector))
      .map(({ recipient, sector, amount }): Piece => {
        const values: Record<string, string | null> = {
          ...wholeKeys(small, filter, transaction),
          RECIPIENT: recipient ?? null,
          SECTOR: sector ?? null,
        };
        return { transaction, amount, keys: dimensions.map((dimension) => values[dimension] ?? null) };
      }),
  );
  const heaps = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const name = JSON.stringify(piece.keys);
    heaps.set(name, [...(heaps.get(name) ?? []), piece]);
  }
  const rows = [...heaps.values()].map((heap) => ({
    keys: (heap[0] as Piece).keys,
    currency: (heap[0] as Piece).transaction.currency,
    sum: heap.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)),
    transactions: new Set(heap.map(({ transaction }) => transaction.id)).size,
    activities: new Set(heap.map(({ transaction }) => transaction.madeIn)).size,
  }));
  const last = '\uffff';
  const order = (keys: readonly (string | null)[]) => keys.map((key) => key ?? last).join('\u0000');
  rows.sort(
    (one, other) =>
      (one.currency < other.currency ? -1 : one.currency > other.currency ? 1 : 0) ||
      other.sum.comparedTo(one.sum) ||
      (order(one.keys) < order(other.keys) ? -1 : 1),
  );
  const touched = [...new Set(fitting.map(({ madeIn }) => madeIn))].map((activity) => [
    ...(byRecipient ? [judge(recipientsOf(small, activity))] : []),
    ...(bySector ? [judge(sectorsOf(small, activity))] : []),
  ]);
  return {
    rows: rows.map(({ keys, sum, currency, transactions, activities }) =>
      JSON.stringify([keys, `${sum.toFixed()} ${currency}`, transactions, activities]),
    ),
    shares: {
      activitiesWithoutShares: touched.filter((found) => found.some(({ isMissing }) => isMissing)).length,
      activitiesOverHundred: touched.filter((found) => found.some(({ isOverHundred }) => isOverHundred)).length,
    },
  };
}

/** Whether the whole transaction passes, before any of it is left out. */
function fits(small: SmallGraph, filter: Filter, transaction: SmallTransaction): boolean {
  const { madeIn, currency } = transaction;
  const year = Number(transaction.date?.slice(0, 4) ?? Number.NaN);
  const { from, to } = filter.years ?? {};
  const donor = donorOf(small, transaction);
  const purposes = sectorsOf(small, madeIn).map(({ id }) => small.sectors.find((sector) => sector.id === id));
  return (
    (filter.activities === undefined || wholesOf(small, madeIn).some((id) => isOneOf(filter.activities, id))) &&
    (filter.participants === undefined || rolesOf(small, madeIn, filter.participants).length > 0) &&
    (filter.donors === undefined || (donor !== null && isMeant(small, donor, filter.donors))) &&
    (filter.recipients === undefined || recipientsOf(small, madeIn).some(({ id }) => isOneOf(filter.recipients, id))) &&
    (filter.sectors === undefined ||
      purposes.some((sector) => isOneOf(filter.sectors, sector?.id, sector?.category))) &&
    (from === undefined || year >= from) &&
    (to === undefined || year <= to) &&
    (filter.currencies === undefined || filter.currencies.includes(currency))
  );
}

function wholeKeys(small: SmallGraph, { participants = [] }: Filter, transaction: SmallTransaction) {
  return {
    CURRENCY: transaction.currency,
    YEAR: transaction.date?.slice(0, 4) ?? null,
    DONOR: donorOf(small, transaction),
    CHANNEL: null,
    ROLE: rolesOf(small, transaction.madeIn, participants).join(' + '),
    FLOW_TYPE: transaction.type,
  };
}

function donorOf({ participations }: SmallGraph, { provider, madeIn }: SmallTransaction): string | null {
  if (provider !== null) return provider;
  const funding = participations.filter(
    ({ activity, role, basis }) => activity === madeIn && role === 'FUNDING' && basis !== 'INFERRED',
  );
  const funders = new Set(funding.map(({ actor }) => actor));
  return funders.size === 1 ? ([...funders][0] as string) : null;
}

function rolesOf(small: SmallGraph, activity: string, actors: readonly string[]): string[] {
  const found = small.participations
    .filter((part) => part.activity === activity && part.basis !== 'INFERRED' && isMeant(small, part.actor, actors))
    .map(({ role }) => role as string);
  return ROLES.filter((role) => found.includes(role));
}

/** The actor itself, or the country whose own it is. */
function isMeant({ organisations }: SmallGraph, actor: string, ids: readonly string[]): boolean {
  return isOneOf(ids, actor, organisations.find(({ id }) => id === actor)?.country);
}

/** The activity, what it is a part of, and what that is a part of, three steps up at most. */
function wholesOf({ activities }: SmallGraph, activity: string): string[] {
  const wholes: string[] = [];
  for (let id: string | null = activity; id !== null && wholes.length < 4; ) {
    wholes.push(id);
    id = activities.find((each) => each.id === id)?.partOf ?? null;
  }
  return wholes;
}

function isOneOf(ids: readonly string[] | undefined, ...candidates: readonly (string | null | undefined)[]): boolean {
  return candidates.some((candidate) => typeof candidate === 'string' && (ids ?? []).includes(candidate));
}

function together(all: readonly SmallGraph[]): SmallGraph {
  return {
    countries: all.flatMap(({ countries }) => countries),
    organisations: all.flatMap(({ organisations }) => organisations),
    sectors: all.flatMap(({ sectors }) => sectors),
    activities: all.flatMap(({ activities }) => activities),
    participations: all.flatMap(({ participations }) => participations),
    transactions: all.flatMap(({ transactions }) => transactions),
    relatedActivities: all.flatMap(({ relatedActivities }) => relatedActivities),
    arrangements: all.flatMap(({ arrangements }) => arrangements),
  };
}
