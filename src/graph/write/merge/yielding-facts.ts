import type { ManagedTransaction } from 'neo4j-driver';
import type { HeldFact } from '../stated-fact.ts';

/**
 * Those of the facts that speak of a record which was merged into another, where somebody says the same of that other
 * itself: its properties stay as they are.
 */
export async function yieldingFacts(
  transaction: ManagedTransaction,
  held: readonly HeldFact[],
  present: ReadonlySet<string>,
): Promise<ReadonlySet<HeldFact>> {
  const redirected = held.filter(({ said, fact }) => said.id !== fact.id);
  if (redirected.length === 0) return new Set();
  const saidOfIt = held.filter(({ said, fact }) => said.id === fact.id).map(({ fact }) => fact.id);
  const { records } = await transaction.run<{ id: string }>(
    `UNWIND $ids AS id
     WITH id WHERE EXISTS { MATCH (s:Statement {factId: id}) WHERE s.statedAs IS NULL }
     RETURN id`,
    { ids: [...new Set(redirected.map(({ fact }) => fact.id))].filter((id) => present.has(id)) },
  );
  const own = new Set([...saidOfIt, ...records.map((record) => record.get('id'))]);
  return new Set(redirected.filter(({ fact }) => own.has(fact.id)));
}
