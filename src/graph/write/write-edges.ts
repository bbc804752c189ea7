import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { EDGES, type EdgeType } from '../../domain/model.ts';
import { DomainError } from '../../errors.ts';
import type { Support } from './support.ts';
import { toStored } from './to-stored.ts';

/**
 * Writes the relations, each once; those that are not in the graph with their support. Both ends must be there: one that
 * is missing is a mistake of the reader, and nothing is written.
 */
export async function writeEdges(
  transaction: ManagedTransaction,
  facts: readonly EdgeFact[],
  present: ReadonlySet<string>,
  supportOf: (id: string) => Support,
): Promise<void> {
  const newFacts = facts.filter(({ id }) => !present.has(id));
  const formerFacts = facts.filter(({ id }) => present.has(id));
  await Promise.all([
    ...[...groupBy(newFacts, ({ type }) => type)].map(([type, group]) =>
      writeGroup(transaction, type, group, `CREATE (from)-[r:${type}]->(to)`, supportOf),
    ),
    ...[...groupBy(formerFacts, ({ type }) => type)].map(([type, group]) =>
      writeGroup(transaction, type, group, `MERGE (from)-[r:${type} {id: row.properties.id}]->(to)`, () => null),
    ),
  ]);
}

async function writeGroup(
  transaction: ManagedTransaction,
  type: EdgeType,
  facts: readonly EdgeFact[],
  cypher: string,
  supportOf: (id: string) => Support | null,
): Promise<void> {
  const { records } = await transaction.run<{ written: number }>(
    `UNWIND $rows AS row
     MATCH (from:${EDGES[type].from} {id: row.from}), (to:${EDGES[type].to} {id: row.to})
     ${cypher}
     SET r = row.properties
     RETURN count(*) AS written`,
    {
      rows: facts.map(({ id, from, to, properties }) => ({
        from,
        to,
        properties: { ...toStored(properties), id, ...supportOf(id) },
      })),
    },
  );
  if (records[0]?.get('written') !== facts.length) await refuseDangling(transaction, facts);
}

async function refuseDangling(transaction: ManagedTransaction, facts: readonly EdgeFact[]): Promise<never> {
  const ids = [...new Set(facts.flatMap(({ from, to }) => [from, to]))];
  const { records } = await transaction.run<{ id: string }>(
    'UNWIND $ids AS id WITH id WHERE NOT EXISTS { (:Entity {id: id}) } AND NOT EXISTS { (:ChannelCategory {id: id}) } RETURN id LIMIT 5',
    { ids },
  );
  const missing =
    records.map((record) => record.get('id')).join(', ') || 'an end of another kind than the relation joins';
  throw new DomainError('InvalidInput', `${facts[0]?.type}: not in the graph: ${missing}`);
}
