import type { ManagedTransaction } from 'neo4j-driver';
import { blind } from '../../domain/alumni/seal.ts';
import type { Graph } from '../open-graph.ts';
import type { AlumniStore } from './alumni-store.ts';
import { ask } from './ask.ts';

/** Where alumni are kept, or the transaction that changes them. */
type Kept = Pick<AlumniStore, 'keys'> & { readonly graph: Graph | ManagedTransaction };

/** What stands in a record for whoever signs in to it. */
export async function signInMark({ keys }: Pick<AlumniStore, 'keys'>, subject: string): Promise<string> {
  return blind(`subject ${subject.normalize('NFC')}`, await keys.indexKey());
}

export interface OwnRecordFound {
  /** The record through which they sign in. */
  readonly record: string;
  /** The one that it was merged into, else the same. */
  readonly id: string;
}

/**
 * The record of whoever signs in: the one that was bound to them, else the one whose id their token names. Where that was
 * merged into another, they open the other; a record whose key is gone opens none.
 */
export async function findOwnRecord(kept: Kept, subject: string, signal?: AbortSignal): Promise<OwnRecordFound | null> {
  const boundTo = await signInMark(kept, subject);
  const rows = await ask<{ record: string; id: string; isBound: boolean }>(
    kept.graph,
    `MATCH (record:Alumnus {boundTo: $boundTo})
     RETURN record.id AS record, coalesce(record.mergedInto, record.id) AS id, true AS isBound
     UNION
     MATCH (record:Alumnus {id: $subject})
     RETURN record.id AS record, coalesce(record.mergedInto, record.id) AS id, false AS isBound`,
    { boundTo, subject },
    signal,
  );
  const found = rows.find(({ isBound }) => isBound) ?? rows[0];
  if (found === undefined) return null;
  const { record, id } = found;
  const keyOf = await kept.keys.find([record, id]);
  return keyOf.has(record) && keyOf.has(id) ? { record, id } : null;
}
