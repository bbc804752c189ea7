import type { ManagedTransaction } from 'neo4j-driver';
import { NODES } from '../../domain/model.ts';
import type { Source } from '../../domain/source.ts';
import { toStored } from './to-stored.ts';

/** Writes the sources: the one kind of record that needs no statement, since it is what statements come from. */
export async function writeSources(transaction: ManagedTransaction, sources: readonly Source[]): Promise<void> {
  await transaction.run(
    `UNWIND $rows AS row
     MERGE (s:Entity {id: row.id})
     SET s:${NODES.Source.labels.join(':')}, s = row.properties, s.id = row.id, s.name = row.properties.title, s.isPhantom = false`,
    {
      rows: sources.map(({ id, ...properties }) => ({
        id,
        properties: toStored(properties),
      })),
    },
  );
}
