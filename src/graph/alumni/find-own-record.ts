import { blind } from '../../domain/alumni/seal.ts';
import type { AlumniStore } from './alumni-store.ts';

/** What stands in a record for whoever signs in to it. */
export async function signInMark({ keys }: AlumniStore, subject: string): Promise<string> {
  return blind(`subject ${subject}`, await keys.indexKey());
}

/** The id of the record of whoever signs in: the one that was bound to them, else the one whose id their token names. */
export async function findOwnRecord(store: AlumniStore, subject: string, signal?: AbortSignal): Promise<string | null> {
  const boundTo = await signInMark(store, subject);
  const rows = await store.graph.read<{ id: string; isBound: boolean }>(
    `MATCH (person:Alumnus {boundTo: $boundTo}) WHERE person.mergedInto IS NULL RETURN person.id AS id, true AS isBound
     UNION
     MATCH (person:Alumnus {id: $subject}) WHERE person.mergedInto IS NULL RETURN person.id AS id, false AS isBound`,
    { boundTo, subject },
    signal,
  );
  const found = rows.find(({ isBound }) => isBound) ?? rows[0];
  if (found === undefined) return null;
  return (await store.keys.find([found.id])).has(found.id) ? found.id : null;
}
