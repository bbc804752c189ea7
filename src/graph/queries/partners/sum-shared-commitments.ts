import { groupBy } from '../../../domain/group-by.ts';
import { type Money, sumByCurrency } from '../../../domain/money.ts';
import { DomainError } from '../../../errors.ts';
import { matchOurParts, matchTheirParts, type SharedWorkCriteria } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';

/** Amounts are exact text, which the database cannot add: so many at most are fetched for all partners together. */
const MOST_COMMITMENTS = 200_000;

/**
 * What was committed by anybody to the activities that each of these partners shares with those asked about, by currency
 * (IATI transaction type OUTGOING_COMMITMENT). A partner to whose shared activities nothing was committed is absent.
 */
export async function sumSharedCommitments(
  graph: Graph,
  partnerIds: readonly string[],
  criteria: SharedWorkCriteria,
  signal?: AbortSignal,
  most = MOST_COMMITMENTS,
): Promise<Map<string, Money[]>> {
  const cypher = `
  ${matchOurParts(criteria)}
  WITH DISTINCT activity
  ${matchTheirParts(criteria)} AND partner.id IN $partnerIds
  WITH DISTINCT partner, activity
  MATCH (activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
  WITH partner, transaction LIMIT $limit
  RETURN partner.id AS partnerId, transaction.currency AS currency, collect(transaction.amount) AS amounts`;
  const rows = await graph.read<{ partnerId: string; currency: string; amounts: string[] }>(
    cypher,
    { ...criteria, partnerIds, limit: most + 1 },
    signal,
  );
  if (rows.reduce((count, { amounts }) => count + amounts.length, 0) > most) {
    throw new DomainError(
      'LimitExceeded',
      `commitments: more than ${most} amounts would have to be added for the partners of this page; ask for fewer partners at once or for fewer years`,
    );
  }
  return new Map(
    [...groupBy(rows, ({ partnerId }) => partnerId)].map(([id, found]) => [id, sumByCurrency(flat(found))]),
  );
}

function flat(rows: readonly { readonly currency: string; readonly amounts: readonly string[] }[]) {
  return rows.flatMap(({ currency, amounts }) => amounts.map((amount) => ({ amount, currency })));
}
