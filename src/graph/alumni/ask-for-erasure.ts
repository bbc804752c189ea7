import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChanged } from './change-record.ts';

/** An alumnus asks to be erased: the office may then do it. Asked again, it stays the day they first asked. */
export function askForErasure(store: AlumniStore, id: string): Promise<RecordChanged> {
  return changeRecord(store, { by: id, id, path: 'input' }, async ({ transaction, person, note }) => {
    if (person.erasureAskedOn !== null) return false;
    await transaction.run('MATCH (person:Alumnus {id: $id}) SET person.erasureAskedOn = $day', { id, day: today() });
    await note({ action: 'ERASURE_ASKED' });
    return true;
  });
}
