import { AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import { readReason } from '../../../domain/alumni/read-reason.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { changeAlumni } from '../change-alumni.ts';
import type { RecordChanged } from '../change-record.ts';
import { fileAlumni } from '../file-alumni.ts';
import { requireNotOwn } from '../require-not-own.ts';
import { mergedInto, requirePerson } from './require-person.ts';

export interface MergeInput {
  /** The record that goes on, with all that is held of both. */
  readonly stays: string;
  readonly goes: string;
  readonly reasoning: string;
}

/**
 * Says that two records are of one person. Each keeps what it holds, sealed with its own key, so that it can be taken
 * apart again; what had been merged into the one that goes, goes with it, and remembers by which way.
 */
export function mergeAlumni(store: AlumniStore, by: string, input: MergeInput): Promise<RecordChanged> {
  const { stays, goes } = input;
  return changeAlumni(store, async (transaction) => {
    const { keys } = store;
    const problems = new AlumniProblems();
    const failed = () => ({ id: null, wasDoneBefore: false, problems: problems.all });
    if (stays === goes) {
      problems.add('INVALID_VALUE', 'input.goes', 'expected another record than the one that stays');
      return failed();
    }
    await requireNotOwn(transaction, keys, { by, ids: [stays, goes], path: 'input', problems });
    if (problems.all.length > 0) return failed();
    if ((await mergedInto(transaction, goes)) === stays) return { id: stays, wasDoneBefore: true, problems: [] };
    const staying = await requirePerson(transaction, keys, { id: stays, path: 'input.stays', problems });
    const going = await requirePerson(transaction, keys, { id: goes, path: 'input.goes', problems });
    const names = [staying, going].flatMap((person) => person?.profile.names ?? []);
    const reasoning = readReason(input.reasoning, 'input.reasoning', problems, names);
    const { records: bound } = await transaction.run(
      `MATCH (record:Alumnus) WHERE record.boundTo IS NOT NULL AND (record.id IN $ids OR record.mergedInto IN $ids)
       RETURN DISTINCT coalesce(record.mergedInto, record.id) AS person`,
      { ids: [stays, goes] },
    );
    if (bound.length > 1)
      problems.add('CONFLICT', 'input.goes', 'expected at most one of them bound to a sign-in; found both: unbind one');
    if (staying && going && staying.isSynthetic !== going.isSynthetic)
      problems.add('CONFLICT', 'input.goes', 'expected two persons who are both real or both made up');
    if (problems.all.length > 0 || reasoning === null) return failed();
    await transaction.run(
      `MATCH (going:Alumnus) WHERE going.id = $goes OR going.mergedInto = $goes
       SET going.mergedBefore = CASE going.mergedInto WHEN $goes THEN coalesce(going.mergedBefore, []) + $goes END,
           going.mergedInto = $stays`,
      { stays, goes },
    );
    await fileAlumni(transaction, keys, [stays, goes]);
    await appendAlumniEvent(transaction, {
      by,
      action: 'RECORDS_MERGED',
      subjects: [stays, goes],
      purpose: reasoning,
      detail: JSON.stringify({ stays, goes }),
    });
    return { id: stays, wasDoneBefore: false, problems: [] };
  });
}
