import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { EDGES, NODES } from '../../domain/model.ts';
import { keyLabel } from './node-row.ts';
import { kindOf } from './statement-row.ts';

const EDGE_TYPES: readonly string[] = Object.keys(EDGES);
const KEY_LABELS: readonly string[] = [...new Set(Object.values(NODES).map(({ labels }) => labels[0]))];

/**
 * One statement for all kinds, which takes one round trip. Their ids come in one map: Neo4j plans anew for lists of
 * another order of magnitude, but does not look into maps.
 */
const CYPHER = [
  ...KEY_LABELS.map((label) => `UNWIND $ids.${label} AS id MATCH (n:${label} {id: id}) RETURN id`),
  ...EDGE_TYPES.map((type) => `UNWIND $ids.${type} AS id MATCH ()-[r:${type} {id: id}]->() RETURN id`),
  'UNWIND $ids.Statement AS id MATCH (s:Statement {id: id}) RETURN id',
].join('\nUNION ALL\n');

/** The ids of those facts that the graph holds, phantoms among them, and of those statements. */
export async function presentFacts(
  transaction: ManagedTransaction,
  facts: readonly Fact[],
  statementIds: readonly string[] = [],
): Promise<Set<string>> {
  const byKey = groupBy(facts, (fact) => (fact.shape === 'node' ? keyLabel(fact.label) : kindOf(fact)));
  const ids = [...KEY_LABELS, ...EDGE_TYPES].map((key) => [key, distinct(byKey.get(key) ?? [])]);
  const { records } = await transaction.run<{ id: string }>(CYPHER, {
    ids: { ...Object.fromEntries(ids), Statement: statementIds },
  });
  return new Set(records.map((record) => record.get('id')));
}

function distinct(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map(({ id }) => id))];
}
