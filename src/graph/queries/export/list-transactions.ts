import type { Term } from '../../../domain/vocabulary.ts';
import { fittingTransactions, type TransactionCriteria } from '../../cypher/fitting-transactions.ts';
import { IS_ONE_OF } from '../../cypher/is-one-of.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';
import type { RelationPage } from '../relation-list.ts';
import type { TransactionRow } from '../transactions.ts';

export interface ActivityTransaction extends TransactionRow {
  /** In which it was made. */
  readonly activity: ReferenceRow;
}

/** The most of one page of activities that are looked at: one has never had nearly as many. */
const MOST = 10_000_000;

/** The transactions in these activities that fit, page by page in the order of their ids. */
export async function listTransactions(
  graph: Graph,
  activities: readonly string[],
  criteria: TransactionCriteria & { readonly basis: readonly Term<'Basis'>[] },
  page: RelationPage,
  signal?: AbortSignal,
): Promise<ActivityTransaction[]> {
  const match = fittingTransactions([IS_ONE_OF], criteria, { year: false, donor: false });
  const rows = await graph.read<{ row: ActivityTransaction }>(
    `${match}
  WITH activity, transaction WHERE transaction.id > $after
  WITH activity, transaction ORDER BY transaction.id LIMIT $size
  OPTIONAL MATCH (transaction)-[:PROVIDED_BY]->(provider)
  OPTIONAL MATCH (transaction)-[:RECEIVED_BY]->(receiver)
  OPTIONAL MATCH (transaction)-[:FROM_ACTIVITY]->(from)
  OPTIONAL MATCH (transaction)-[:TO_ACTIVITY]->(to)
  RETURN transaction {.*, activity: ${referenceTo('activity')},
    provider: ${referenceTo('provider')}, receiver: ${referenceTo('receiver')},
    fromActivity: ${referenceTo('from')}, toActivity: ${referenceTo('to')}} AS row ORDER BY row.id`,
    { activities, ...criteria, after: page.after, size: page.limit, limit: MOST },
    signal,
  );
  return rows.map(({ row }) => row);
}
