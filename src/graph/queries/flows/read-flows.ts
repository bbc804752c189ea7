import type { FlowActivity } from '../../../domain/flows/flow-activity.ts';
import type { FlowDimension } from '../../../domain/flows/flow-dimension.ts';
import { CHANNELS, ROLES } from '../../cypher/activity-keys.ts';
import { fittingTransactions, type TransactionCriteria } from '../../cypher/fitting-transactions.ts';
import { onlyIf } from '../../cypher/only-if.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from './activity-search.ts';
import { MOST_TRANSACTIONS, requireCountable } from './require-countable.ts';

const RECIPIENTS = `COLLECT {
      MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity) WHERE part.basis IN $basis
      RETURN {key: country.id, percentage: part.percentage} AS share
      UNION ALL
      MATCH (activity)-[lies:IN_REGION]->(region:Region) WHERE lies.basis <> 'INFERRED'
      RETURN {key: region.id, percentage: lies.percentage} AS share
      UNION ALL
      MATCH (activity) WHERE activity.hasUnreadRecipients RETURN {key: null, percentage: null} AS share }`;
const SECTORS = `COLLECT {
      MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE lies.basis <> 'INFERRED'
      RETURN {key: sector.id, percentage: lies.percentage, vocabulary: lies.vocabulary} AS share
      UNION ALL
      MATCH (activity) WHERE activity.hasUnreadSectors RETURN {key: null, percentage: null, vocabulary: null} AS share }`;

/**
 * The transactions that fit, activity by activity, with what the activities say of recipients and sectors, as far as it
 * is needed; `ROLE` needs the parameter `participants`. Refuses more than 200,000. Cost grows with the transactions of
 * the activities found, not with their parts.
 */
export async function readFlows(
  graph: Graph,
  search: ActivitySearch,
  criteria: TransactionCriteria,
  needs: ReadonlySet<FlowDimension>,
  signal?: AbortSignal,
  most = MOST_TRANSACTIONS,
): Promise<FlowActivity[]> {
  const parameters = { ...search.parameters, ...criteria, limit: most + 1 };
  const rows = await graph.read<FlowActivity>(cypherFor(search, criteria, needs), parameters, signal);
  const count = rows.reduce((sum, { batches }) => batches.reduce((of, { amounts }) => of + amounts.length, sum), 0);
  requireCountable(count, most);
  return rows;
}

function cypherFor(
  { conditions }: ActivitySearch,
  criteria: TransactionCriteria,
  needs: ReadonlySet<FlowDimension>,
): string {
  const transactionNeeds = { year: needs.has('YEAR'), donor: needs.has('DONOR') };
  const type = onlyIf(needs.has('FLOW_TYPE'), 'transaction.type');
  const recipients = onlyIf(needs.has('RECIPIENT'), RECIPIENTS, '[]');
  const sectors = onlyIf(needs.has('SECTOR'), SECTORS, '[]');
  const channels = onlyIf(needs.has('CHANNEL'), CHANNELS, '[]');
  const roles = onlyIf(needs.has('ROLE'), ROLES, '[]');
  const match = fittingTransactions(conditions, criteria, transactionNeeds);
  return `
  ${match}
  WITH activity, transaction.currency AS currency, year, donor, ${type} AS type, collect(transaction.amount) AS amounts
  WITH activity, collect({currency: currency, year: year, donor: donor, type: type, amounts: amounts}) AS batches
  RETURN activity.id AS id, batches, ${recipients} AS recipients, ${sectors} AS sectors,
    ${channels} AS channels, ${roles} AS roles`;
}
