import type { FlowDimension, FlowKey } from '../../domain/flows/flow-dimension.ts';
import { FLOW_MEASURES, type FlowMeasure } from '../../domain/flows/flow-measure.ts';
import { FlowSums } from '../../domain/flows/flow-sums.ts';
import { DomainError } from '../../errors.ts';
import { type FlowNeed, readFlows } from '../../graph/queries/flows/read-flows.ts';
import type { RequestContext } from '../context.ts';
import { inTurns } from '../in-turns.ts';
import { type FlowFilter, readFlowFilter } from './flow-filter.ts';
import { requireItems } from './require-items.ts';

interface FlowArguments {
  readonly filter?: FlowFilter | null;
  readonly groupBy: readonly FlowDimension[];
  readonly measure: FlowMeasure;
  readonly first: number;
}

interface FlowKeyRow {
  readonly dimension: FlowDimension;
  readonly key: FlowKey;
}

async function flows(_: unknown, { filter, groupBy, measure, first }: FlowArguments, context: RequestContext) {
  requireDimensions(groupBy, filter ?? {});
  const { search, criteria, wanted } = await readFlowFilter(filter ?? {}, context);
  const groupedBy: readonly FlowDimension[] = groupBy.includes('CURRENCY') ? groupBy : [...groupBy, 'CURRENCY'];
  const types = FLOW_MEASURES[measure];

  const needs = new Set<FlowNeed>(groupedBy.filter((dimension) => dimension !== 'CURRENCY'));
  if (wanted.RECIPIENT) needs.add('RECIPIENT');
  if (wanted.SECTOR) needs.add('SECTOR');
  const activities = await readFlows(context.graph, search, { ...criteria, types }, needs, context.signal);
  const sums = new FlowSums(groupedBy, wanted);
  await inTurns(activities, (activity) => sums.add(activity), context.signal);

  const rows = sums.rows();
  return {
    measure,
    transactionTypes: types,
    groupedBy,
    rows: rows.slice(0, first).map(({ keys, ...row }) => ({
      ...row,
      keys: keys.map((key, index): FlowKeyRow => ({ dimension: groupedBy[index] as FlowDimension, key })),
    })),
    totalRows: rows.length,
    truncated: rows.length > first,
    shares: {
      activitiesWithoutShares: sums.activitiesWithoutShares,
      activitiesOverHundred: sums.activitiesOverHundred,
    },
  };
}

const MOST_DIMENSIONS = 4;

function requireDimensions(groupBy: readonly FlowDimension[], filter: FlowFilter): void {
  requireItems({ groupBy });
  if (groupBy.length > MOST_DIMENSIONS) {
    throw new DomainError(
      'InvalidInput',
      `groupBy: got ${groupBy.length} dimensions, expected at most ${MOST_DIMENSIONS}`,
    );
  }
  const twice = groupBy.find((dimension, index) => groupBy.indexOf(dimension) !== index);
  if (twice !== undefined)
    throw new DomainError('InvalidInput', `groupBy: got ${twice} twice, expected each dimension once`);
  if (groupBy.includes('ROLE') && !filter.participants) {
    throw new DomainError(
      'InvalidInput',
      'groupBy: ROLE is that of filter.participants, which is absent; expected at least one id there',
    );
  }
}

/** The dimensions whose keys are ids of records. */
const OF_RECORDS: ReadonlySet<FlowDimension> = new Set(['DONOR', 'RECIPIENT', 'SECTOR']);

async function recordOf({ dimension, key }: FlowKeyRow, { loaders }: RequestContext) {
  return key !== null && OF_RECORDS.has(dimension) ? loaders.reference.load(key) : null;
}

export const FLOW_RESOLVERS = {
  Query: { flows },
  FlowKey: {
    value: async (row: FlowKeyRow, _: unknown, context: RequestContext) =>
      (await recordOf(row, context))?.name ?? row.key,
    record: (row: FlowKeyRow, _: unknown, context: RequestContext) => recordOf(row, context),
  },
};
