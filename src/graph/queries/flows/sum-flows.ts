import type { FlowDimension } from '../../../domain/flows/flow-dimension.ts';
import type { FlowGroup } from '../../../domain/flows/flow-group.ts';
import { CHANNELS, ROLES } from '../../cypher/activity-keys.ts';
import { fittingTransactions, type TransactionCriteria } from '../../cypher/fitting-transactions.ts';
import { onlyIf } from '../../cypher/only-if.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from './activity-search.ts';
import { MOST_TRANSACTIONS, requireCountable } from './require-countable.ts';

/**
 * An amount in hundredths: null where it has more digits, or more than eleven characters before the point. Two hundred
 * thousand of the largest are still within 64 bits.
 */
const HUNDREDTHS = `CASE
    WHEN size(amount) <= 13 AND right(amount, 2) STARTS WITH '.' THEN toInteger(replace(amount, '.', '')) * 10
    WHEN size(amount) <= 14 AND right(amount, 3) STARTS WITH '.' THEN toInteger(replace(amount, '.', ''))
    WHEN size(amount) <= 11 AND NOT amount CONTAINS '.' THEN toInteger(amount) * 100 END`;

const KEYS = 'currency, year, donor, type';
const TOTALS = `sum(hundredths) AS hundredths, collect(CASE WHEN hundredths IS NULL THEN amount END) AS others,
    count(*) AS transactions`;

/**
 * The transactions that fit, summed in the database, exactly, by currency and by those of the dimensions that split
 * nothing; `ROLE` needs the parameter `participants`. Refuses more than 200,000. Cost grows with the transactions of
 * the activities found; there is a row for each group.
 */
export async function sumFlows(
  graph: Graph,
  search: ActivitySearch,
  criteria: TransactionCriteria,
  dimensions: ReadonlySet<FlowDimension>,
  signal?: AbortSignal,
  most = MOST_TRANSACTIONS,
): Promise<FlowGroup[]> {
  const parameters = { ...search.parameters, ...criteria, limit: most + 1 };
  const rows = await graph.read<GroupRow>(cypherFor(search, criteria, dimensions), parameters, signal);
  const count = rows.reduce((sum, { transactions }) => sum + transactions, 0);
  requireCountable(count, most);
  return isByActivity(dimensions) ? rows.map((row) => ({ ...row, others: row.others.flat() })) : (rows as FlowGroup[]);
}

interface GroupRow extends Omit<FlowGroup, 'others'> {
  /** Of groups by activity a list for each activity. */
  readonly others: readonly (string | readonly string[])[];
}

/** What an activity says is then read once for each of its groups, not for each transaction. */
function isByActivity(dimensions: ReadonlySet<FlowDimension>): boolean {
  return dimensions.has('CHANNEL') || dimensions.has('ROLE');
}

function cypherFor(
  { conditions }: ActivitySearch,
  criteria: TransactionCriteria,
  dimensions: ReadonlySet<FlowDimension>,
): string {
  const needs = { year: dimensions.has('YEAR'), donor: dimensions.has('DONOR') };
  const type = onlyIf(dimensions.has('FLOW_TYPE'), 'transaction.type');
  const match = `
  ${fittingTransactions(conditions, criteria, needs)}
  WITH activity, transaction.currency AS currency, year, donor, ${type} AS type, transaction.amount AS amount
  WITH activity, ${KEYS}, amount, ${HUNDREDTHS} AS hundredths`;
  if (!isByActivity(dimensions)) {
    return `${match}
  WITH ${KEYS}, ${TOTALS}, count(DISTINCT activity) AS activities
  RETURN ${KEYS}, [] AS channels, [] AS roles, toString(hundredths) AS hundredths, others, transactions, activities`;
  }
  const channels = onlyIf(dimensions.has('CHANNEL'), CHANNELS, '[]');
  const roles = onlyIf(dimensions.has('ROLE'), ROLES, '[]');
  return `${match}
  WITH activity, ${KEYS}, ${TOTALS}
  WITH ${KEYS}, hundredths, others, transactions, ${channels} AS channels, ${roles} AS roles
  RETURN ${KEYS}, channels, roles, toString(sum(hundredths)) AS hundredths, collect(others) AS others,
    sum(transactions) AS transactions, count(*) AS activities`;
}
