import type { AlumniProblem } from '../../domain/alumni/alumni-problems.ts';
import { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { ConsentTerms } from '../../domain/alumni/consent.ts';
import { coveredContact } from '../../domain/alumni/covered-contact.ts';
import { readReason } from '../../domain/alumni/read-reason.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';
import { readHeldPerson } from './held-person.ts';

export interface RevealInput extends ConsentTerms {
  readonly alumnus: string;
  readonly reason: string;
}

export interface Revealed {
  /** Null where it may not be shown. */
  readonly value: string | null;
  readonly problems: readonly AlumniProblem[];
}

/**
 * Shows a contact where a consent in force today covers exactly these terms, and never before it is written down. No
 * value, no consent, one that has ended and one that was withdrawn are answered alike, and written down as well.
 */
export async function revealContact(
  store: AlumniStore,
  by: string,
  { alumnus: id, reason: given, field, audience, purpose }: RevealInput,
): Promise<Revealed> {
  const contact = await changeAlumni(store, async (transaction) => {
    const problems = new AlumniProblems();
    const person = await readHeldPerson(transaction, store.keys, id);
    const reason = readReason(given, 'input.reason', problems, person?.profile.names);
    if (person === null) problems.add('NOT_FOUND', 'input.alumnus', 'no alumnus has this id');
    if (person === null || reason === null) return { value: () => null, problems: problems.all };
    const found = coveredContact(person.records, { field, audience, purpose }, today());
    if (!found)
      problems.add('NOT_COVERED', 'input', 'no consent in force today covers this contact, audience and purpose');
    await appendAlumniEvent(transaction, {
      by,
      action: found ? 'CONTACT_REVEALED' : 'CONTACT_REFUSED',
      subjects: found ? [...new Set([id, found.record])] : person.records.map((record) => record.id),
      purpose,
      detail: JSON.stringify({ field, audience, reason }),
    });
    return { value: found?.value ?? (() => null), problems: problems.all };
  });
  return { value: contact.value(), problems: contact.problems };
}
