import type { ManagedTransaction } from 'neo4j-driver';
import type { StatedFact } from './stated-fact.ts';

/** The facts without those that a curator no longer lets these records state. */
export async function withoutRetracted(
  transaction: ManagedTransaction,
  stated: readonly StatedFact[],
): Promise<readonly StatedFact[]> {
  const { records: counted } = await transaction.run<{ count: number }>(
    'MATCH (r:Retraction) RETURN count(r) AS count',
  );
  if ((counted[0]?.get('count') ?? 0) === 0) return stated;
  const { records } = await transaction.run<{ key: string }>(
    'UNWIND $recordIds AS recordId MATCH (r:Retraction {recordId: recordId}) RETURN recordId + " " + r.factId AS key',
    { recordIds: [...new Set(stated.map(({ recordId }) => recordId))] },
  );
  const retracted = new Set(records.map((record) => record.get('key')));
  return stated.filter(({ recordId, said }) => !retracted.has(`${recordId} ${said.id}`));
}
