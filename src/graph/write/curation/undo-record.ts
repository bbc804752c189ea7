import type { ManagedTransaction } from 'neo4j-driver';
import { writeInTransaction } from '../write-records.ts';
import { takeStatementsUp } from './take-statements-up.ts';

/** Takes back all that a decision wrote, and puts back what it set aside. */
export async function undoRecord(transaction: ManagedTransaction, decision: string): Promise<void> {
  const { records } = await transaction.run('MATCH (r:Record {id: $decision}) RETURN r.id', { decision });
  // An empty version of a record takes back what the one before said.
  if (records.length > 0)
    await writeInTransaction(transaction, { sources: [], records: [{ id: decision, facts: [] }] });
  await takeStatementsUp(transaction, decision);
}
