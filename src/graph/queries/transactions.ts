import { type ReferenceRow, referenceTo } from './reference.ts';
import { relationList } from './relation-list.ts';

export interface TransactionRow {
  readonly id: string;
  readonly type: string;
  readonly amount: string;
  readonly currency: string;
  readonly date: string | null;
  readonly valueDate: unknown;
  readonly basis: string;
  readonly provider: ReferenceRow | null;
  readonly receiver: ReferenceRow | null;
  readonly fromActivity: ReferenceRow | null;
  readonly toActivity: ReferenceRow | null;
}

/** The transactions of an activity. */
export const transactions = relationList<TransactionRow>({
  match: `
    MATCH (:Activity {id: parentId})<-[:MADE_IN]-(transaction:Transaction)
    WHERE true`,
  key: 'transaction',
  extend: `
    OPTIONAL MATCH (transaction)-[:PROVIDED_BY]->(provider)
    OPTIONAL MATCH (transaction)-[:RECEIVED_BY]->(receiver)
    OPTIONAL MATCH (transaction)-[:FROM_ACTIVITY]->(from)
    OPTIONAL MATCH (transaction)-[:TO_ACTIVITY]->(to)`,
  row: `transaction {.*,
    provider: ${referenceTo('provider')}, receiver: ${referenceTo('receiver')},
    fromActivity: ${referenceTo('from')}, toActivity: ${referenceTo('to')}}`,
});
