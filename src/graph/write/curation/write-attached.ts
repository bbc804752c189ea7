import type { ManagedTransaction } from 'neo4j-driver';
import type { NodeFact } from '../../../domain/fact.ts';
import type { Source } from '../../../domain/source.ts';
import { writeInTransaction } from '../write-records.ts';
import { type FactWithdrawal, withdrawFact } from './withdraw-fact.ts';

/** A name or code that a curator gives to a record. */
export interface Attached extends Omit<FactWithdrawal, 'factId'> {
  readonly fact: NodeFact;
  readonly newSource: Source | null;
  /** The id of the name or code that it replaces. */
  readonly replaces: string | null;
}

/** Writes a name or code. What bears it stays in the graph, even where the sources no longer refer to it. */
export async function writeAttached(transaction: ManagedTransaction, attached: Attached): Promise<void> {
  const { fact, newSource, replaces, ...withdrawal } = attached;
  if (replaces !== null) await withdrawFact(transaction, { ...withdrawal, factId: replaces });
  await writeInTransaction(transaction, {
    sources: newSource === null ? [] : [newSource],
    records: [{ id: attached.decision, facts: [fact] }],
  });
}
