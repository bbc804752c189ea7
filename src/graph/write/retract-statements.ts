import type { ManagedTransaction } from 'neo4j-driver';
import { groupBy } from '../../domain/group-by.ts';
import type { StatementRow } from './statement-row.ts';
import type { SupportedFact } from './supported-fact.ts';

/** Takes back what the records said before and say no longer, and gives the facts that lost a statement. */
export async function retractStatements(
  transaction: ManagedTransaction,
  recordIds: readonly string[],
  kept: readonly StatementRow[],
): Promise<SupportedFact[]> {
  if (recordIds.length === 0) return [];
  const keptBy = groupBy(kept, ({ properties }) => properties.recordId);
  const { records } = await transaction.run<SupportedFact>(
    `UNWIND $rows AS row
     MATCH (s:Statement {recordId: row.recordId}) WHERE NOT s.id IN row.kept
     WITH s, s.factId AS id, s.factKind AS kind
     DETACH DELETE s
     RETURN DISTINCT id, kind`,
    {
      rows: recordIds.map((recordId) => ({
        recordId,
        kept: (keptBy.get(recordId) ?? []).map(({ properties }) => properties.id),
      })),
    },
  );
  return records.map((record) => record.toObject());
}
