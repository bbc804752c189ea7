import type { ManagedTransaction } from 'neo4j-driver';
import { AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import { readReason } from '../../../domain/alumni/read-reason.ts';
import { today } from '../../../domain/today.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { ask } from '../ask.ts';
import { changeAlumni } from '../change-alumni.ts';
import type { RecordChange, RecordChanged } from '../change-record.ts';
import { fileAlumni } from '../file-alumni.ts';
import { type HeldPerson, readHeldPerson } from '../held-person.ts';
import { markWithdrawn } from '../mark-withdrawn.ts';
import { requireNotOwn } from '../require-not-own.ts';
import { mergedInto } from './require-person.ts';

export interface SplitInput {
  /** A record that was merged into another. */
  readonly alumnus: string;
  readonly reasoning: string;
}

/** Takes a merge back: the record stands for itself again, with those that had been merged into it before. */
export function splitAlumni(store: AlumniStore, by: string, input: SplitInput): Promise<RecordChanged> {
  const id = input.alumnus;
  return changeAlumni(store, async (transaction) => {
    const { keys } = store;
    const problems = new AlumniProblems();
    const into = await mergedInto(transaction, id);
    const person = await readHeldPerson(transaction, keys, into ?? id);
    const isHeld = person?.records.some((record) => record.id === id) ?? false;
    if (!isHeld) problems.add('NOT_FOUND', 'input.alumnus', 'no alumnus has this id');
    else if (into === null)
      problems.add(
        'CONFLICT',
        'input.alumnus',
        'expected a record that was merged into another; this one stands for itself',
      );
    await requireNotOwn(transaction, keys, { by, ids: [into ?? id], path: 'input.alumnus', problems });
    const reasoning = readReason(input.reasoning, 'input.reasoning', problems, person?.profile.names);
    if (problems.all.length > 0 || reasoning === null)
      return { id: null, wasDoneBefore: false, problems: problems.all };
    await transaction.run(
      `MATCH (member:Alumnus {mergedInto: $into})
       WHERE member.id = $id OR $id IN member.mergedBefore
       WITH member, coalesce(member.mergedBefore, []) AS steps
       WITH member, [step IN range(0, size(steps) - 1) WHERE NOT $id IN steps[0..step + 1] | steps[step]] AS before
       SET member.mergedInto = CASE member.id WHEN $id THEN NULL ELSE $id END,
           member.mergedBefore = CASE WHEN member.id = $id OR before = [] THEN NULL ELSE before END`,
      { id, into },
    );
    await withdrawWhatOthersGave(transaction, person as HeldPerson, by);
    await fileAlumni(transaction, keys, [into as string, id]);
    await appendAlumniEvent(transaction, {
      by,
      action: 'RECORDS_SPLIT',
      subjects: [into as string, id],
      purpose: reasoning,
      detail: JSON.stringify({ from: into, alumnus: id }),
    });
    return { id, wasDoneBefore: false, problems: [] };
  });
}

/** A consent that was given through a record is none for a contact of one that is of somebody else now. */
async function withdrawWhatOthersGave(transaction: ManagedTransaction, person: HeldPerson, by: string): Promise<void> {
  const rows = await ask<{ id: string }>(
    transaction,
    `MATCH (holder:Alumnus)-[:GAVE]->(consent:Consent)
     WHERE holder.id IN $ids AND consent.givenThrough IS NOT NULL AND NOT EXISTS {
       MATCH (through:Alumnus {id: consent.givenThrough})
       WHERE coalesce(through.mergedInto, through.id) = coalesce(holder.mergedInto, holder.id)
     }
     RETURN consent.id AS id`,
    { ids: person.records.map(({ id }) => id) },
  );
  const given = new Set(rows.map(({ id }) => id));
  for (const { id, consents } of person.records) {
    const note: RecordChange['note'] = async ({ action, purpose = null, detail = {} }) => {
      await appendAlumniEvent(transaction, { by, action, subjects: [id], purpose, detail: JSON.stringify(detail) });
    };
    const lost = consents.filter((consent) => given.has(consent.id));
    await markWithdrawn({ transaction, person, note }, lost, today());
  }
}
