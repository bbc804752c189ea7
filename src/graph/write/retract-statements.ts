import type { ManagedTransaction } from 'neo4j-driver';
import type { SupportedFact } from './refresh-support.ts';

/** Takes back what the records said before and say no longer, and gives the facts that lost a statement. */
export async function retractStatements(
  transaction: ManagedTransaction,
  recordIds: readonly string[],
  keptStatementIds: readonly string[],
): Promise<SupportedFact[]> {
  const { records } = await transaction.run<SupportedFact>(
    `MATCH (s:Statement) WHERE s.recordId IN $recordIds AND NOT s.id IN $kept
     WITH s, s.factId AS id, s.factKind AS kind
     DETACH DELETE s
     RETURN DISTINCT id, kind`,
    { recordIds, kept: keptStatementIds },
  );
  return records.map((record) => record.toObject());
}
