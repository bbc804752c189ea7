import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../domain/fact.ts';
import { stableKey } from '../../domain/identity.ts';
import type { Statement } from '../../domain/statement.ts';
import { DomainError } from '../../errors.ts';
import type { SupportedFact } from './refresh-support.ts';

/** Writes what supports the facts, and gives the ids of the statements and the facts they support. */
export async function writeStatements(
  transaction: ManagedTransaction,
  supported: readonly { readonly recordId: string; readonly fact: Fact }[],
): Promise<{ statementIds: string[]; facts: SupportedFact[] }> {
  const rows = supported.flatMap(({ recordId, fact }) =>
    fact.statements.map((statement) => toRow(recordId, fact, statement)),
  );
  const { records } = await transaction.run<{ written: number }>(
    `UNWIND $rows AS row
     MATCH (source:Source {id: row.sourceId})
     MERGE (s:Statement {id: row.properties.id})
     SET s = row.properties
     MERGE (s)-[:FROM]->(source)
     RETURN count(*) AS written`,
    { rows },
  );
  if (records[0]?.get('written') !== rows.length) {
    const sources = [...new Set(rows.map(({ sourceId }) => sourceId))].join(', ');
    throw new DomainError('InvalidInput', `statements from a source that was not written; expected all of: ${sources}`);
  }
  return {
    statementIds: rows.map(({ properties }) => properties.id),
    facts: supported.map(({ fact }) => ({ id: fact.id, kind: kindOf(fact) })),
  };
}

function toRow(recordId: string, fact: Fact, { sourceId, ...said }: Statement) {
  const words = [said.locator, said.aspect, said.text, said.speaker, said.basis, said.reasoning, said.rule];
  const id = `statement:${stableKey(recordId, fact.id, sourceId, ...words.map((word) => word ?? ''))}`;
  return {
    sourceId,
    properties: {
      ...said,
      id,
      recordId,
      factId: fact.id,
      factKind: kindOf(fact),
    },
  };
}

function kindOf(fact: Fact): SupportedFact['kind'] {
  return fact.shape === 'node' ? fact.label : fact.type;
}
