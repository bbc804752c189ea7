import type { AlumniStore } from './alumni-store.ts';
import { changeRecord } from './change-record.ts';

/** Writes down that an alumnus downloaded their own record; false where there is none any more. */
export async function recordDownloaded(store: AlumniStore, id: string): Promise<boolean> {
  const { id: found } = await changeRecord(store, { by: id, id, path: 'input' }, async ({ note }) => {
    await note({ action: 'RECORD_DOWNLOADED' });
    return false;
  });
  return found !== null;
}
