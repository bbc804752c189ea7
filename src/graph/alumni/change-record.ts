import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblem } from '../../domain/alumni/alumni-problems.ts';
import { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent, type NewAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';
import { fileAlumni } from './file-alumni.ts';
import { type HeldPerson, readHeldPerson } from './held-person.ts';

/** What a change of one record works with. */
export interface RecordChange {
  readonly transaction: ManagedTransaction;
  readonly keys: PersonKeys;
  readonly person: HeldPerson;
  readonly problems: AlumniProblems;
  /** Writes down what was done with this record. */
  readonly note: (
    event: Pick<NewAlumniEvent, 'action'> & Partial<Pick<NewAlumniEvent, 'purpose'>> & { detail?: object },
  ) => Promise<void>;
}

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
  { by, id, path }: { readonly by: string; readonly id: string; readonly path: string },
  work: (change: RecordChange) => Promise<boolean>,
): Promise<RecordChanged> {
  return changeAlumni(store, async (transaction) => {
    const { keys } = store;
    const problems = new AlumniProblems();
    const person = await readHeldPerson(transaction, keys, id);
    if (person === null) {
      problems.add('NOT_FOUND', path, 'no alumnus has this id');
      return { id: null, wasDoneBefore: false, problems: problems.all };
    }
    const note: RecordChange['note'] = async ({ detail = {}, purpose = null, action }) => {
      await appendAlumniEvent(transaction, { by, subjects: [id], action, purpose, detail: JSON.stringify(detail) });
    };
    const isChanged = await work({ transaction, keys, person, problems, note });
    if (isChanged) await fileAlumni(transaction, keys, [id]);
    return { id, wasDoneBefore: !isChanged && problems.all.length === 0, problems: problems.all };
  });
}
