import type { ManagedTransaction } from 'neo4j-driver';
import { DomainError } from '../../errors.ts';
import type { StatementRow } from './statement-row.ts';

/** Writes what supports the facts. Records that are new to the graph have no statements there that would be looked for. */
export async function writeStatements(
  transaction: ManagedTransaction,
  rows: readonly StatementRow[],
  isKnown: (recordId: string) => boolean,
): Promise<void> {
  const known = rows.filter(({ properties }) => isKnown(properties.recordId));
  const unknown = rows.filter(({ properties }) => !isKnown(properties.recordId));
  await Promise.all([
    write(transaction, known, 'MERGE (s:Statement {id: row.properties.id}) SET s = row.properties MERGE'),
    write(transaction, unknown, 'CREATE (s:Statement) SET s = row.properties CREATE'),
  ]);
}

async function write(transaction: ManagedTransaction, rows: readonly StatementRow[], cypher: string): Promise<void> {
  if (rows.length === 0) return;
  const { records } = await transaction.run<{ written: number }>(
    `UNWIND $rows AS row
     MATCH (source:Source {id: row.sourceId})
     ${cypher} (s)-[:FROM]->(source)
     RETURN count(*) AS written`,
    { rows },
  );
  if (records[0]?.get('written') === rows.length) return;
  const sources = [...new Set(rows.map(({ sourceId }) => sourceId))].join(', ');
  throw new DomainError('InvalidInput', `statements from a source that was not written; expected all of: ${sources}`);
}
