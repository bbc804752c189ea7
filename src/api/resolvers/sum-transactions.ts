import { type FlowDimension, SPLITTING } from '../../domain/flows/flow-dimension.ts';
import { FlowSums, type Wanted } from '../../domain/flows/flow-sums.ts';
import type { TransactionCriteria } from '../../graph/cypher/fitting-transactions.ts';
import type { ActivitySearch } from '../../graph/queries/flows/activity-search.ts';
import { readFlows } from '../../graph/queries/flows/read-flows.ts';
import { sumFlows } from '../../graph/queries/flows/sum-flows.ts';
import type { RequestContext } from '../context.ts';
import { inTurns } from '../in-turns.ts';

export interface WantedTransactions {
  readonly search: ActivitySearch;
  readonly criteria: TransactionCriteria;
  readonly wanted: Wanted;
}

/** Sums by these dimensions: made by the database, but where amounts are split, which is done here, one by one. */
export async function sumTransactions(
  { search, criteria, wanted }: WantedTransactions,
  dimensions: readonly FlowDimension[],
  { graph, signal }: Pick<RequestContext, 'graph' | 'signal'>,
): Promise<FlowSums> {
  const sums = new FlowSums(dimensions, wanted);
  const splits = SPLITTING.filter((by) => dimensions.includes(by) || wanted[by] !== null);
  const needs = new Set([...dimensions, ...splits]);
  if (splits.length > 0) {
    const activities = await readFlows(graph, search, criteria, needs, signal);
    await inTurns(activities, (activity) => sums.add(activity), signal);
  } else {
    const groups = await sumFlows(graph, search, criteria, needs, signal);
    await inTurns(groups, (group) => sums.addGroup(group), signal);
  }
  return sums;
}
