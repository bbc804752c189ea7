import type { ManagedTransaction } from 'neo4j-driver';
import { NODES } from '../../domain/model.ts';
import type { Source } from '../../domain/source.ts';
import { toStored } from './to-stored.ts';

/** Writes the sources: the one kind of record that needs no statement, since it is what statements come from. */
export async function writeSources(transaction: ManagedTransaction, sources: readonly Source[]): Promise<void> {
  await transaction.run(
    `UNWIND $rows AS row
     MERGE (s:Entity {id: row.id})
     SET s:${NODES.Source.labels.join(':')}, s = row.properties`,
    { rows: sources.map(toRow) },
  );
}

/** The sources that the graph does not hold in just these words. A file that is only read again on another day is no news. */
export async function sourcesThatDiffer(
  transaction: ManagedTransaction,
  sources: readonly Source[],
): Promise<readonly Source[]> {
  const { records } = await transaction.run<{ id: string }>(
    `UNWIND $rows AS row
     MATCH (s:Source {id: row.id})
     WHERE all(key IN keys(s) + keys(row.properties) WHERE key = 'retrieved' OR s[key] = row.properties[key])
     RETURN s.id AS id`,
    { rows: sources.map(toRow) },
  );
  const same = new Set(records.map((record) => record.get('id')));
  return sources.filter(({ id }) => !same.has(id));
}

function toRow(source: Source) {
  return { id: source.id, properties: toStored({ ...source, name: source.title, isPhantom: false }) };
}
