import { expect } from 'vitest';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { Answer } from '../support/api.ts';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallActivity, SmallGraph, SmallTransaction } from './small-graph.ts';
import { Exact, percentShares, recipientsOf, sectorsOf, splitTwice } from './split-money.ts';

interface Filter {
  readonly actors?: string[];
  readonly roles?: string[];
  readonly recipients?: string[];
  readonly sectors?: string[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly basis?: readonly string[];
}

const QUERY = `query ($filter: TimelineFilter, $first: Int!) { timeline(filter: $filter, first: $first) {
  truncated undatedActivities
  years { year starting running ending newPartners commitments { value currency } spending { value currency } activities(first: 2) { id } } } }`;

export const oracle: Oracle = async (small, ask) => {
  for (const filter of variantsFor(small)) {
    await expectTimeline(small, ask, filter, 100);
    await expectTimeline(small, ask, filter, 2);
  }
};

/** Each names something of this graph: without, all graphs would be told of together. */
function variantsFor({ countries, organisations, sectors, transactions, participations }: SmallGraph): Filter[] {
  const turn = participations.length + transactions.length;
  const pick = (ids: readonly { readonly id: string }[], from: number, count: number) =>
    Array.from({ length: count }, (_, index) => (ids[(turn + from + index) % ids.length] as { id: string }).id);
  const all = VOCABULARY.Basis;
  const ways: Filter[] = [
    { actors: pick(organisations, 0, 1), basis: all },
    { actors: pick(countries, 0, 1) },
    { actors: [...pick(countries, 1, 1), ...pick(organisations, 1, 1)], basis: all },
    { actors: pick(countries, 0, 2), roles: ['BENEFICIARY', 'IMPLEMENTING', 'PARTNER'], basis: all },
    { recipients: pick(countries, 0, 3), basis: all },
    { recipients: pick(countries, 0, 1) },
    { sectors: pick(sectors, 0, 4) },
    { sectors: pick(sectors, 1, 1), recipients: pick(countries, 0, 2), basis: ['DECLARED', 'INFERRED'] },
    { sectors: pick(sectors, 0, 4), years: { from: 2020, to: 2022 } },
    { recipients: pick(countries, 1, 2), years: { to: 2019 }, basis: all },
    { actors: pick(countries, 2, 1), sectors: pick(sectors, 0, 2), years: { from: 2021 }, basis: all },
  ];
  return [0, 1, 2].map((index) => ways[(turn * 3 + index) % ways.length] as Filter);
}

async function expectTimeline(small: SmallGraph, ask: Ask, filter: Filter, first: number): Promise<void> {
  const { timeline }: Answer = await ask(QUERY, { filter, first });
  const years = expectedYears(small, filter);
  expect(timeline.years).toEqual(years.slice(0, first));
  expect(timeline.truncated).toBe(years.length > first);
  const undated = activitiesOf(small, filter).filter(({ firstDay, lastDay }) => firstDay === null && lastDay === null);
  expect(timeline.undatedActivities).toBe(undated.length);
}

/** Every year of a long century, of which the empty ones at both ends are then cut off. */
function expectedYears(small: SmallGraph, filter: Filter) {
  const activities = activitiesOf(small, filter);
  const from = filter.years?.from ?? 1990;
  const to = filter.years?.to ?? 2090;
  const all = Array.from({ length: to - from + 1 }, (_, index) =>
    expectedYear(small, filter, activities, from + index),
  );
  const held = all.filter(
    ({ starting, running, ending, commitments, spending }) =>
      starting + running + ending + commitments.length + spending.length > 0,
  );
  const [earliest, latest] = [held.at(0), held.at(-1)];
  return earliest && latest ? all.filter(({ year }) => earliest.year <= year && year <= latest.year) : [];
}

function expectedYear(small: SmallGraph, filter: Filter, activities: readonly SmallActivity[], year: number) {
  const starting = activities.filter(({ firstDay }) => yearOf(firstDay) === year);
  const before = activities.filter(({ firstDay }) => (yearOf(firstDay) ?? year) < year);
  const asked = (filter.actors ?? []).flatMap((id) => meant(small, id));
  const isNew = (actor: string) =>
    starting.some(({ id }) => takesPart(small, filter, actor, id)) &&
    !before.some(({ id }) => takesPart(small, filter, actor, id)) &&
    !asked.includes(actor);
  return {
    year,
    starting: starting.length,
    running: activities.filter((activity) => isRunning(activity, year)).length,
    ending: activities.filter(({ lastDay }) => yearOf(lastDay) === year).length,
    newPartners: [...small.countries, ...small.organisations].filter(({ id }) => isNew(id)).length,
    commitments: moneyOf(small, filter, activities, year, ['OUTGOING_COMMITMENT']),
    spending: moneyOf(small, filter, activities, year, ['DISBURSEMENT', 'EXPENDITURE']),
    activities: starting
      .map(({ id }) => ({ id }))
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .slice(0, 2),
  };
}

function isRunning({ firstDay, lastDay, status }: SmallActivity, year: number): boolean {
  const [first, last] = [yearOf(firstDay), yearOf(lastDay)];
  if (first !== null && last !== null) return first <= year && year <= last;
  if (first === year || last === year) return true;
  const isOver = status === 'CLOSED' || status === 'CANCELLED';
  return first !== null && !isOver && first <= year && year <= new Date().getUTCFullYear();
}

function activitiesOf(small: SmallGraph, filter: Filter): SmallActivity[] {
  const { actors, roles, recipients, sectors } = filter;
  return small.activities.filter(
    ({ id, sectors: own }) =>
      (actors ?? []).every((actor) => meant(small, actor).some((each) => takesPart(small, filter, each, id, roles))) &&
      (recipients === undefined || benefiting(small, filter, id).some((country) => recipients.includes(country.id))) &&
      (sectors === undefined || own.some((sector) => purposesOf(small, sectors).includes(sector.id))),
  );
}

/** Split transaction by transaction, and added up in whole currencies. */
function moneyOf(
  small: SmallGraph,
  filter: Filter,
  activities: readonly SmallActivity[],
  year: number,
  types: readonly string[],
) {
  const transactions = small.transactions.filter(
    ({ madeIn, type, date }) =>
      activities.some(({ id }) => id === madeIn) && types.includes(type) && yearOf(date) === year,
  );
  const parts = transactions.flatMap((transaction) => wantedParts(small, filter, transaction));
  const currencies = [...new Set(parts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    value: parts
      .filter((part) => part.currency === currency)
      .reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
      .toFixed(),
    currency,
  }));
}

function wantedParts(small: SmallGraph, filter: Filter, { madeIn, amount, currency }: SmallTransaction) {
  const { recipients, sectors } = filter;
  return splitTwice(
    amount,
    recipients ? percentShares(benefiting(small, filter, madeIn)) : null,
    sectors ? percentShares(sectorsOf(small, madeIn)) : null,
  )
    .filter(({ recipient }) => recipients === undefined || recipients.some((id) => id === recipient))
    .filter(({ sector }) => sectors === undefined || purposesOf(small, sectors).some((id) => id === sector))
    .map((part) => ({ amount: part.amount, currency }));
}

const isCounted = ({ basis = ['DECLARED', 'CURATED'] }: Filter, found: string) => basis.includes(found);

function benefiting(small: SmallGraph, filter: Filter, activity: string) {
  return recipientsOf(small, activity, (basis) => isCounted(filter, basis));
}

function takesPart({ participations }: SmallGraph, filter: Filter, actor: string, activity: string, roles?: string[]) {
  return participations.some(
    (part) =>
      part.actor === actor &&
      part.activity === activity &&
      isCounted(filter, part.basis) &&
      (roles === undefined || roles.includes(part.role)),
  );
}

function meant({ organisations }: SmallGraph, id: string): string[] {
  return [id, ...organisations.filter(({ country }) => country === id).map((own) => own.id)];
}

function purposesOf({ sectors }: SmallGraph, asked: readonly string[]): string[] {
  const lies = sectors.filter(
    ({ id, category }) => asked.includes(id) || (category !== null && asked.includes(category)),
  );
  return lies.map(({ id }) => id);
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}
