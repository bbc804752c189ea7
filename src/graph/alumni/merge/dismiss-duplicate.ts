import { AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import { readReason } from '../../../domain/alumni/read-reason.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { changeAlumni } from '../change-alumni.ts';
import type { RecordChanged } from '../change-record.ts';
import { requirePerson } from './require-person.ts';

export interface DismissInput {
  readonly one: string;
  readonly other: string;
  readonly reasoning: string;
}

/** Says that two records are of two persons: they are never proposed as duplicates again. */
export function dismissDuplicate(store: AlumniStore, by: string, input: DismissInput): Promise<RecordChanged> {
  return changeAlumni(store, async (transaction) => {
    const { keys } = store;
    const problems = new AlumniProblems();
    if (input.one === input.other)
      problems.add('INVALID_VALUE', 'input.other', 'expected another record than the first');
    const one = await requirePerson(transaction, keys, { id: input.one, path: 'input.one', problems });
    const other = await requirePerson(transaction, keys, { id: input.other, path: 'input.other', problems });
    const names = [one, other].flatMap((person) => person?.profile.names ?? []);
    const reasoning = readReason(input.reasoning, 'input.reasoning', problems, names);
    if (problems.all.length > 0 || reasoning === null)
      return { id: null, wasDoneBefore: false, problems: problems.all };
    const [first, second] = [input.one, input.other].toSorted();
    const { records } = await transaction.run(
      `MATCH (person:Alumnus {id: $first}) WHERE NOT $second IN coalesce(person.distinctFrom, [])
       SET person.distinctFrom = coalesce(person.distinctFrom, []) + $second
       RETURN person.id AS id`,
      { first, second },
    );
    if (records.length === 0) return { id: input.one, wasDoneBefore: true, problems: [] };
    await appendAlumniEvent(transaction, {
      by,
      action: 'DUPLICATE_DISMISSED',
      subjects: [input.one, input.other],
      purpose: reasoning,
      detail: '{}',
    });
    return { id: input.one, wasDoneBefore: false, problems: [] };
  });
}
