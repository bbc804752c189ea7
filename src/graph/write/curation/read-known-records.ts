import type { ManagedTransaction } from 'neo4j-driver';
import type { KnownRecord, KnownRecords } from '../../../domain/curation/known-record.ts';

/** Those of the ids that records have, with what a decision must know of them. */
export async function readKnownRecords(transaction: ManagedTransaction, ids: readonly string[]): Promise<KnownRecords> {
  const { records } = await transaction.run<{ record: KnownRecord }>(
    `UNWIND $ids AS id
     MATCH (n:Entity {id: id})
     RETURN n {.id, .kind, labels: labels(n), isPhantom: coalesce(n.isPhantom, false),
       country: head(COLLECT { MATCH (n)-[:BELONGS_TO]->(country:Country) RETURN country.id ORDER BY country.id })} AS record`,
    { ids: [...new Set(ids)] },
  );
  return new Map(records.map((row) => row.get('record')).map((record) => [record.id, record]));
}
