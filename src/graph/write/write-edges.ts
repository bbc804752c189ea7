import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { EDGES } from '../../domain/model.ts';
import { DomainError } from '../../errors.ts';
import { toStored } from './to-stored.ts';

/** Writes the relations. Both ends must be in the graph: one that is missing is a mistake of the reader, and nothing is written. */
export async function writeEdges(transaction: ManagedTransaction, facts: readonly EdgeFact[]): Promise<void> {
  for (const [type, group] of groupBy(facts, (fact) => fact.type)) {
    const { from, to } = EDGES[type];
    const { records } = await transaction.run<{ written: number }>(
      `UNWIND $rows AS row
       MATCH (from:${from} {id: row.from}), (to:${to} {id: row.to})
       MERGE (from)-[r:${type} {id: row.id}]->(to)
       SET r = row.properties, r.id = row.id
       RETURN count(*) AS written`,
      {
        rows: group.map(({ id, from, to, properties }) => ({
          id,
          from,
          to,
          properties: toStored(properties),
        })),
      },
    );
    if (records[0]?.get('written') !== group.length) await refuseDangling(transaction, group);
  }
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
