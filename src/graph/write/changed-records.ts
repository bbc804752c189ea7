import type { ManagedTransaction } from 'neo4j-driver';
import type { FactRecord } from '../../domain/fact.ts';

export interface DigestedRecord {
  readonly record: FactRecord;
  readonly digest: string;
}

export interface ChangedRecord extends DigestedRecord {
  /** True where the graph holds nothing that the record said before. */
  readonly isNew: boolean;
}

/** The records that the graph does not hold in just these words. */
export async function changedRecords(
  transaction: ManagedTransaction,
  records: readonly DigestedRecord[],
): Promise<ChangedRecord[]> {
  const { records: rows } = await transaction.run<{ id: string; digest: string }>(
    'UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id, r.digest AS digest',
    { ids: records.map(({ record }) => record.id) },
  );
  const known = new Map(rows.map((row) => [row.get('id'), row.get('digest')]));
  return records
    .filter(({ record, digest }) => known.get(record.id) !== digest)
    .map((each) => ({ ...each, isNew: !known.has(each.record.id) }));
}
