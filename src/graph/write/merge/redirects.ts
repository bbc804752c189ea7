import type { ManagedTransaction } from 'neo4j-driver';
import { type Redirects, recordsIn } from '../../../domain/redirect-fact.ts';
import type { ChangedRecord } from '../changed-records.ts';

/** Those of the records that the facts speak of which were merged into others. */
export async function readRedirects(
  transaction: ManagedTransaction,
  changed: readonly ChangedRecord[],
): Promise<Redirects> {
  const { records: counted } = await transaction.run<{ count: number }>('MATCH (r:Redirect) RETURN count(r) AS count');
  if ((counted[0]?.get('count') ?? 0) === 0) return new Map();
  const ids = new Set(changed.flatMap(({ record }) => record.facts.flatMap(recordsIn)));
  const { records } = await transaction.run<{ id: string; to: string }>(
    'UNWIND $ids AS id MATCH (r:Redirect {id: id}) RETURN r.id AS id, r.to AS to',
    { ids: [...ids] },
  );
  return new Map(records.map((record) => [record.get('id'), record.get('to')]));
}
