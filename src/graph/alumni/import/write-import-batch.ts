import type { RecordPlan } from '../../../domain/alumni/import/plan-record.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { changeAlumni } from '../change-alumni.ts';
import { fileAlumni } from '../file-alumni.ts';
import { withdrawConsents } from '../withdraw-consents.ts';
import { writeAlumni } from '../write-alumni.ts';
import { type HeldRecords, readHeldForImport } from './read-held-for-import.ts';

export interface ImportBatch {
  readonly ids: readonly string[];
  /** Computes once more, from what is held now, what is to be written; null where it is not what was confirmed. */
  readonly plan: (records: HeldRecords) => readonly RecordPlan[] | null;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Of the file and the mapping, for the event. */
  readonly detail: Readonly<Record<string, string>>;
}

/**
 * Writes a part of a file with its event, in one transaction. False, and nothing is written, where what is held is no
 * longer what was confirmed.
 */
export function writeImportBatch(store: AlumniStore, batch: ImportBatch): Promise<boolean> {
  const { keys } = store;
  return changeAlumni(store, async (transaction) => {
    const plans = batch.plan(await readHeldForImport(transaction, keys, batch.ids));
    if (plans === null) return false;
    const changed = plans.filter(({ action }) => action !== 'unchanged');
    if (changed.length === 0) return true;
    const ids = changed.map(({ draft }) => draft.id);
    await withdrawConsents(
      transaction,
      changed.flatMap(({ withdrawn }) => withdrawn),
      batch.today,
    );
    await writeAlumni(
      transaction,
      keys,
      changed.map(({ draft }) => draft),
    );
    const marks = changed.map(({ draft, marks: of }) => ({ id: draft.id, marks: JSON.stringify(of) }));
    const { records } = await transaction.run<{ id: string }>(
      `UNWIND $marks AS row
       MATCH (person:Alumnus {id: row.id})
       SET person.importedAs = row.marks
       WITH DISTINCT person.mergedInto AS id WHERE id IS NOT NULL
       RETURN id`,
      { marks },
    );
    // What was merged into another record is filed under that one.
    await fileAlumni(
      transaction,
      keys,
      records.map((record) => record.get('id')),
    );
    const count = (action: RecordPlan['action']) => plans.filter((plan) => plan.action === action).length;
    const counts = { added: count('added'), updated: count('updated'), unchanged: count('unchanged') };
    await appendAlumniEvent(transaction, {
      by: batch.by,
      action: 'RECORDS_IMPORTED',
      subjects: ids,
      purpose: null,
      detail: JSON.stringify({ ...batch.detail, ...counts }),
    });
    return true;
  });
}
