import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../../domain/fact.ts';

/** A fact that does not hold as the source says it while the record it speaks of is merged into another. */
export interface SuspendedFact {
  /** Those of the records it speaks of that were merged. */
  readonly of: readonly string[];
  readonly fact: Fact;
}

/** Keeps the facts, in the words of their sources, for the day the records are split again. */
export async function keepSuspendedFacts(
  transaction: ManagedTransaction,
  facts: readonly SuspendedFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await transaction.run(
    'UNWIND $rows AS row MERGE (s:SuspendedFact {id: row.id}) SET s.of = row.of, s.fact = row.fact',
    { rows: facts.map(({ of, fact }) => ({ id: fact.id, of, fact: JSON.stringify({ ...fact, statements: [] }) })) },
  );
}

/** Gives the suspended facts of a merged record that are still stated, and forgets all of them. */
export async function takeSuspendedFacts(transaction: ManagedTransaction, of: string): Promise<Fact[]> {
  const { records } = await transaction.run<{ fact: string }>(
    `MATCH (s:SuspendedFact) WHERE $of IN s.of
     WITH s, s.fact AS fact,
       s.id = $of OR EXISTS { (:Statement {statedAs: s.id}) } OR EXISTS { (:Statement {factId: s.id}) } AS isStated
     DELETE s
     WITH fact, isStated WHERE isStated
     RETURN fact`,
    { of },
  );
  return records.map((record) => JSON.parse(record.get('fact')) as Fact);
}
