import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblem } from '../../domain/alumni/alumni-problems.ts';
import { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent, type NewAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';
import { fileAlumni } from './file-alumni.ts';
import { findOwnRecord } from './find-own-record.ts';
import { type HeldPerson, readHeldPerson } from './held-person.ts';

/** Whoever of the office changes the record that they name, or an alumnus the one that is theirs at that moment. */
export type RecordChanger =
  | { readonly by: string; readonly id: string; readonly path: string }
  | { readonly subject: string };

/** What a change of one record works with. */
export interface RecordChange {
  readonly transaction: ManagedTransaction;
  readonly keys: PersonKeys;
  readonly person: HeldPerson;
  /** Of the records of the person the one that the office named, or through which the alumnus signed in. */
  readonly named: string;
  readonly problems: AlumniProblems;
  readonly note: (event: RecordNote) => Promise<void>;
}

/**
 * What is written down of a change. What the office does is in the history of all records of the person, for it is answered
 * with all; what alumni do, in that of the record through which they signed in and of those that it touched.
 */
export type RecordNote = Pick<NewAlumniEvent, 'action'> &
  Partial<Pick<NewAlumniEvent, 'purpose'>> & {
    readonly detail?: object;
    /** All of them unless said otherwise. */
    readonly touched?: readonly string[];
  };

export interface RecordChanged {
  /** The record, whether anything was changed or not; null where there is none. */
  readonly id: string | null;
  /** True where all was so already, and nothing was written. */
  readonly wasDoneBefore: boolean;
  readonly problems: readonly AlumniProblem[];
}

/**
 * Changes one record in one transaction, and files it anew. The work says whether it changed anything; it writes nothing
 * where it found a problem.
 */
export function changeRecord(
  store: AlumniStore,
  changer: RecordChanger,
  work: (change: RecordChange) => Promise<boolean>,
): Promise<RecordChanged> {
  return changeAlumni(store, async (transaction) => {
    const { keys } = store;
    const problems = new AlumniProblems();
    const isOffice = 'by' in changer;
    const own = isOffice ? null : await findOwnRecord({ graph: transaction, keys }, changer.subject);
    const id = isOffice ? changer.id : own?.id;
    const person = id === undefined ? null : await readHeldPerson(transaction, keys, id);
    if (id === undefined || person === null) {
      problems.add('NOT_FOUND', isOffice ? changer.path : 'input', 'no alumnus has this id');
      return { id: null, wasDoneBefore: false, problems: problems.all };
    }
    const named = own?.record ?? id;
    const by = isOffice ? changer.by : named;
    const members = person.records.map((record) => record.id);
    const note: RecordChange['note'] = async ({ action, purpose = null, detail = {}, touched = members }) => {
      const subjects = isOffice ? members : [...new Set([named, ...touched])];
      await appendAlumniEvent(transaction, { by, subjects, action, purpose, detail: JSON.stringify(detail) });
    };
    const isChanged = await work({ transaction, keys, person, named, problems, note });
    if (isChanged) await fileAlumni(transaction, keys, [id]);
    return { id, wasDoneBefore: !isChanged && problems.all.length === 0, problems: problems.all };
  });
}
