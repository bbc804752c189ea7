import type { AlumniStore } from './alumni-store.ts';
import { changeRecord } from './change-record.ts';
import type { HeldPerson } from './held-person.ts';

/** Writes down that an alumnus downloads what is held of them, and gives that; null where nothing is theirs any more. */
export async function recordDownloaded(store: AlumniStore, subject: string): Promise<HeldPerson | null> {
  let held: HeldPerson | null = null;
  await changeRecord(store, { subject }, async ({ person, note }) => {
    await note({ action: 'RECORD_DOWNLOADED' });
    held = person;
    return false;
  });
  return held;
}
