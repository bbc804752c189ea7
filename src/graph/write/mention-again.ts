import type { ManagedTransaction } from 'neo4j-driver';
import type { SupportedFact } from './refresh-support.ts';
import type { StatementRow } from './statement-row.ts';

/** Writes those of the statements that the graph lacks, and gives the facts that they support. */
export async function mentionAgain(
  transaction: ManagedTransaction,
  rows: readonly StatementRow[],
): Promise<SupportedFact[]> {
  if (rows.length === 0) return [];
  const { records } = await transaction.run<SupportedFact>(
    `UNWIND $rows AS row
     WITH row WHERE NOT EXISTS { (:Statement {id: row.properties.id}) }
     MATCH (source:Source {id: row.sourceId})
     CREATE (s:Statement)-[:FROM]->(source) SET s = row.properties
     RETURN DISTINCT s.factId AS id, s.factKind AS kind`,
    { rows },
  );
  return records.map((record) => record.toObject());
}
