import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChanged } from './change-record.ts';

/**
 * An alumnus asks to be erased: the office may then do it. Asked again, it stays the day they first asked. It stands in the
 * record through which they signed in, which may be split from the others.
 */
export function askForErasure(store: AlumniStore, subject: string): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async ({ transaction, named, note }) => {
    const { records } = await transaction.run(
      'MATCH (person:Alumnus {id: $named}) WHERE person.erasureAskedOn IS NULL SET person.erasureAskedOn = $day RETURN person.id',
      { named, day: today() },
    );
    if (records.length === 0) return false;
    await note({ action: 'ERASURE_ASKED', touched: [named] });
    return true;
  });
}
