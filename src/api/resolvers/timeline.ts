import { FLOW_MEASURES } from '../../domain/flows/flow-measure.ts';
import type { FlowSum } from '../../domain/flows/flow-sums.ts';
import { type ActivityYears, timelineYears, type YearCounts } from '../../domain/flows/timeline-years.ts';
import { sumByCurrency } from '../../domain/money.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { ActivitySearch } from '../../graph/queries/flows/activity-search.ts';
import { countActivityYears } from '../../graph/queries/flows/count-activity-years.ts';
import { countNewPartners } from '../../graph/queries/flows/count-new-partners.ts';
import { listStartingActivities } from '../../graph/queries/flows/list-starting-activities.ts';
import type { RequestContext } from '../context.ts';
import { sumTransactions } from './sum-transactions.ts';
import { type ReadTimelineFilter, readTimelineFilter, type TimelineFilter } from './timeline-filter.ts';

interface TimelineArguments {
  readonly filter?: TimelineFilter | null;
  readonly first: number;
}

interface TimelineYearRow extends YearCounts {
  readonly search: ActivitySearch;
}

async function timeline(_: unknown, { filter, first }: TimelineArguments, context: RequestContext) {
  const { graph, signal } = context;
  const read = await readTimelineFilter(filter ?? {}, context);
  const { search, actors, fromYear, toYear } = read;
  const [activities, sums] = await Promise.all([countActivityYears(graph, search, signal), sumMoney(read, context)]);
  const { years, truncated } = timelineYears(activities, {
    moneyYears: sums.flatMap(({ keys: [year] }) => (year ? [Number(year)] : [])),
    from: fromYear,
    to: toYear,
    first,
    thisYear: new Date().getUTCFullYear(),
  });
  let partners: Promise<Map<number, number>> | undefined;
  return {
    years: years.map((row) => ({
      ...row,
      search,
      newPartners: async () => {
        partners ??= countNewPartners(graph, search, actors, signal);
        return (await partners).get(row.year) ?? 0;
      },
      commitments: moneyOf(sums, row.year, FLOW_MEASURES.COMMITMENTS),
      spending: moneyOf(sums, row.year, FLOW_MEASURES.SPENDING),
    })),
    truncated,
    undatedActivities: countUndated(activities),
  };
}

function countUndated(activities: readonly ActivityYears[]): number {
  const undated = activities.filter(({ firstYear, lastYear }) => firstYear === null && lastYear === null);
  return undated.reduce((sum, { count }) => sum + count, 0);
}

/** Sums by year, type and currency. */
async function sumMoney(
  { search, wanted, fromYear, toYear }: ReadTimelineFilter,
  context: RequestContext,
): Promise<FlowSum[]> {
  const types = [...FLOW_MEASURES.COMMITMENTS, ...FLOW_MEASURES.SPENDING];
  const criteria = { types, donors: null, currencies: null, fromYear, toYear };
  const sums = await sumTransactions({ search, criteria, wanted }, ['YEAR', 'FLOW_TYPE', 'CURRENCY'], context);
  return sums.rows();
}

function moneyOf(sums: readonly FlowSum[], year: number, types: readonly Term<'TransactionType'>[]) {
  const fitting = sums.filter(
    ({ keys: [ofYear, type] }) => ofYear === String(year) && types.some((each) => each === type),
  );
  return sumByCurrency(fitting.map(({ amount: { value, currency } }) => ({ amount: value, currency })));
}

export const TIMELINE_RESOLVERS = {
  Query: { timeline },
  TimelineYear: {
    activities: async (
      { year, search }: TimelineYearRow,
      { first }: { readonly first: number },
      { loaders }: RequestContext,
    ) => (await loaders.ofEach(listStartingActivities, String(year), { search, first })) ?? [],
  },
};
