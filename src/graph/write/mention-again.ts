import type { ManagedTransaction } from 'neo4j-driver';
import type { StatementRow } from './statement-row.ts';
import type { SupportedFact } from './supported-fact.ts';

/** Writes statements that the graph lacks on facts that it has, and gives these facts. */
export async function mentionAgain(
  transaction: ManagedTransaction,
  rows: readonly StatementRow[],
): Promise<SupportedFact[]> {
  if (rows.length === 0) return [];
  const { records } = await transaction.run<SupportedFact>(
    `UNWIND $rows AS row
     MATCH (source:Source {id: row.sourceId})
     CREATE (s:Statement)-[:FROM]->(source) SET s = row.properties
     RETURN DISTINCT s.factId AS id, s.factKind AS kind`,
    { rows },
  );
  return records.map((record) => record.toObject());
}
