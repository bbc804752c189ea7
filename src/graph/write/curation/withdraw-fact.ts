import type { ManagedTransaction } from 'neo4j-driver';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import { appendAuditEvent } from './audit-event.ts';
import { ANY_RECORD } from './retraction.ts';
import { setStatementsAside } from './set-statements-aside.ts';
import { undoRecord } from './undo-record.ts';

export interface FactWithdrawal {
  readonly factId: string;
  /** The decision to withdraw it. */
  readonly decision: string;
  readonly by: string;
  readonly reasoning: string | null;
}

/** Sees to it that nobody states the fact any more: what curators said of it is undone, each by an event of its own. */
export async function withdrawFact(
  transaction: ManagedTransaction,
  { factId, decision, by, reasoning }: FactWithdrawal,
): Promise<void> {
  for (const earlier of await decisionsOn(transaction, factId)) {
    await undoRecord(transaction, earlier);
    const detail = JSON.stringify({ undoneBy: decision });
    await appendAuditEvent(transaction, {
      by,
      action: 'DECISION_UNDONE',
      decision: earlier,
      subject: factId,
      reasoning,
      detail,
    });
  }
  await setStatementsAside(transaction, { decisionId: decision, recordId: ANY_RECORD, factId, words: null });
}

/** The decisions of curators that support the fact. */
export async function decisionsOn(transaction: ManagedTransaction, factId: string): Promise<string[]> {
  const { records } = await transaction.run<{ decision: string }>(
    `MATCH (s:Statement {factId: $factId}) WHERE s.recordId STARTS WITH $own
     RETURN DISTINCT s.recordId AS decision ORDER BY decision`,
    { factId, own: DECISION },
  );
  return records.map((record) => record.get('decision'));
}
