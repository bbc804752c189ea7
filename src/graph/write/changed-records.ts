import type { ManagedTransaction } from 'neo4j-driver';
import type { FactRecord } from '../../domain/fact.ts';

export interface DigestedRecord {
  readonly record: FactRecord;
  readonly digest: string;
}

export interface ChangedRecord extends DigestedRecord {
  /** True where the graph holds nothing that the record said before. */
  readonly isNew: boolean;
  /** True where what it said before came from another source. */
  readonly isReplacing: boolean;
}

/** The records that the graph does not hold in just these words. */
export async function changedRecords(
  transaction: ManagedTransaction,
  records: readonly DigestedRecord[],
): Promise<ChangedRecord[]> {
  const { records: rows } = await transaction.run<{ id: string; digest: string; sourceId: string | null }>(
    'UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id, r.digest AS digest, r.sourceId AS sourceId',
    { ids: records.map(({ record }) => record.id) },
  );
  const known = new Map(rows.map((row) => [row.get('id'), row.toObject()]));
  return records
    .filter(({ record, digest }) => known.get(record.id)?.digest !== digest)
    .map((each) => {
      const former = known.get(each.record.id);
      const isReplacing = former !== undefined && former.sourceId !== sourceOf(each.record);
      return { ...each, isNew: former === undefined, isReplacing };
    });
}

/** The source of what the record says; null where it says nothing. */
export function sourceOf({ facts: [first] }: FactRecord): string | null {
  return first?.statements[0]?.sourceId ?? null;
}
