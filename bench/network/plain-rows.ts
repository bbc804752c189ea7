import type { EdgeFact, Fact, NodeFact } from '../../src/domain/fact.ts';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import { nodeRow } from '../../src/graph/write/node-row.ts';
import { statingRecord } from '../../src/graph/write/stated-fact.ts';
import { type StatementRow, statementRows } from '../../src/graph/write/statement-row.ts';
import { toStored } from '../../src/graph/write/to-stored.ts';

/** A node with its evidence, which the caller knows to be all there is. */
export function plainNode(recordId: string, fact: NodeFact): object {
  return { properties: { ...nodeRow(fact).properties, ...support(recordId, fact) } };
}

/** A relation with its evidence, which the caller knows to be all there is. */
export function plainEdge(recordId: string, fact: EdgeFact): object {
  const { id, from, to, properties } = fact;
  return { from, to, properties: { ...toStored(properties), id, ...support(recordId, fact) } };
}

/** The statements of a fact, each once. */
export function plainStatements(recordId: string, fact: Fact): StatementRow[] {
  const rows = statementRows({ recordId: statingRecord(recordId, fact), said: fact, fact });
  return rows.length === 1 ? rows : [...new Map(rows.map((row) => [row.properties.id, row])).values()];
}

/** The ids of the statements in the order the graph keeps them, and the strongest basis among them. */
function support(recordId: string, fact: Fact) {
  const rows = plainStatements(recordId, fact).map(({ properties }) => properties);
  return {
    statementIds: rows.map(({ id }) => id).sort(),
    basis: VOCABULARY.Basis.find((basis) => rows.some((row) => row.basis === basis)),
  };
}
