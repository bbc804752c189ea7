import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact, Fact, NodeFact } from '../../../domain/fact.ts';
import { type Redirects, redirectFact } from '../../../domain/redirect-fact.ts';
import { presentFacts } from '../present-facts.ts';
import { kindOf } from '../statement-row.ts';
import type { SupportedFact } from '../supported-fact.ts';
import { writeEdges } from '../write-edges.ts';
import { writeNodes } from '../write-nodes.ts';

interface Placed {
  readonly said: Fact;
  readonly fact: Fact | null;
}

const UNKNOWN_YET = () => ({ statementIds: [], basis: null });

/**
 * Puts facts that are not in the graph where they belong under these redirects, with the statements that support them;
 * a fact that is there already keeps its properties and gains the statements. Gives the facts whose support must be refreshed.
 */
export async function placeFacts(
  transaction: ManagedTransaction,
  facts: readonly Fact[],
  redirects: Redirects,
): Promise<SupportedFact[]> {
  const placed = facts.map((said): Placed => ({ said, fact: redirectFact(said, redirects) }));
  const held = placed.flatMap(({ fact }) => fact ?? []);
  const present = await presentFacts(transaction, held);
  const missing = [...new Map(held.filter(({ id }) => !present.has(id)).map((fact) => [fact.id, fact])).values()];
  await Promise.all([
    writeNodes(
      transaction,
      missing.filter((fact): fact is NodeFact => fact.shape === 'node'),
      present,
      UNKNOWN_YET,
    ),
    writeEdges(
      transaction,
      missing.filter((fact): fact is EdgeFact => fact.shape === 'edge'),
      present,
      UNKNOWN_YET,
    ),
    moveStatements(transaction, placed),
  ]);
  return held.map((fact) => ({ id: fact.id, kind: kindOf(fact) }));
}

/** The statements on a fact, as it is said, support it where it holds now. */
async function moveStatements(transaction: ManagedTransaction, placed: readonly Placed[]): Promise<void> {
  const rows = placed.map(({ said, fact }) => ({
    said: said.id,
    factId: fact?.id ?? said.id,
    statedAs: fact === null || fact.id === said.id ? null : said.id,
  }));
  await transaction.run(
    `UNWIND $rows AS row
     CALL (row) {
       MATCH (s:Statement {statedAs: row.said}) RETURN s
       UNION
       MATCH (s:Statement {factId: row.said}) RETURN s
     }
     WITH row, s, CASE WHEN s.statedAs = row.said THEN row.statedAs ELSE coalesce(s.statedAs, row.statedAs) END AS statedAs
     SET s.factId = row.factId, s.statedAs = statedAs`,
    { rows },
  );
}
