import type { FlowDimension, FlowKey } from '../../domain/flows/flow-dimension.ts';
import { FLOW_MEASURES, type FlowMeasure } from '../../domain/flows/flow-measure.ts';
import { DomainError } from '../../errors.ts';
import type { Reference } from '../../graph/queries/reference.ts';
import type { RequestContext } from '../context.ts';
import { type FlowFilter, readFlowFilter } from './flow-filter.ts';
import { requireItems } from './require-items.ts';
import { whileChecking } from './require-records.ts';
import { sumTransactions } from './sum-transactions.ts';

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
  const { check, search, criteria, wanted } = await readFlowFilter(filter ?? {}, context);
  const groupedBy: readonly FlowDimension[] = groupBy.includes('CURRENCY') ? groupBy : [...groupBy, 'CURRENCY'];
  const types = FLOW_MEASURES[measure];
  const asked = { search, criteria: { ...criteria, types }, wanted };
  const sums = await whileChecking(check, sumTransactions(asked, groupedBy, context));

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

/** Null at once where there is no record to wait for: a table may have hundreds of keys. */
function recordOf({ dimension, key }: FlowKeyRow, { loaders }: RequestContext): Promise<Reference | null> | null {
  return key !== null && OF_RECORDS.has(dimension) ? loaders.reference.load(key) : null;
}

export const FLOW_RESOLVERS = {
  Query: { flows },
  FlowKey: {
    value: (row: FlowKeyRow, _: unknown, context: RequestContext) =>
      recordOf(row, context)?.then((record) => record?.name ?? row.key) ?? row.key,
    record: (row: FlowKeyRow, _: unknown, context: RequestContext) => recordOf(row, context),
  },
};
