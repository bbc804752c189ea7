import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact, NodeFact } from '../../../domain/fact.ts';
import type { Source } from '../../../domain/source.ts';
import { writeInTransaction } from '../write-records.ts';
import { readFact } from './read-fact.ts';
import { readKnownRecords } from './read-known-records.ts';
import { type FactWithdrawal, withdrawFact } from './withdraw-fact.ts';

/** A name or code that a curator gives to a record. */
export interface Attached extends Omit<FactWithdrawal, 'factId'> {
  readonly fact: NodeFact;
  readonly entity: string;
  readonly newSource: Source | null;
  /** The id of the name or code that it replaces. */
  readonly replaces: string | null;
}

/**
 * Writes a name or code. A record that was only referred to until then becomes one of its own, which stays, with its
 * name, where the sources no longer refer to it.
 */
export async function writeAttached(transaction: ManagedTransaction, attached: Attached): Promise<void> {
  const { fact, entity, newSource, replaces, ...withdrawal } = attached;
  if (replaces !== null) await withdrawFact(transaction, { ...withdrawal, factId: replaces });
  const known = (await readKnownRecords(transaction, [entity])).get(entity);
  const carrier = known?.isPhantom ? await readFact(transaction, entity) : null;
  const facts: Fact[] = [...(carrier ? [{ ...asRecord(carrier), statements: fact.statements }] : []), fact];
  await writeInTransaction(transaction, {
    sources: newSource === null ? [] : [newSource],
    records: [{ id: attached.decision, facts }],
  });
}

function asRecord(fact: Fact): Fact {
  return fact.shape === 'node' ? { ...fact, isReference: false } : fact;
}
