import { type AlumniProblem, AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import type { AlumnusProfile } from '../../../domain/alumni/alumnus.ts';
import type { ConsentTerms } from '../../../domain/alumni/consent.ts';
import { coveredContact } from '../../../domain/alumni/covered-contact.ts';
import { namesOneOf } from '../../../domain/alumni/names-one-of.ts';
import { readReason } from '../../../domain/alumni/read-reason.ts';
import { stableKey } from '../../../domain/identity.ts';
import type { AlumniCriteria } from '../alumni-criteria.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { changeAlumni } from '../change-alumni.ts';
import { readHeldPersons } from '../held-person.ts';

export interface ExportedContact {
  readonly alumnus: string;
  readonly profile: AlumnusProfile;
  readonly value: string;
}

export interface ExportedContacts {
  readonly rows: readonly ExportedContact[];
  /** Those whom no consent covers: whether anything is held of them is not said. */
  readonly leftOut: readonly string[];
  /** Where there is one, nobody is in it and nothing was written down. */
  readonly problems: readonly AlumniProblem[];
}

export interface ContactExport {
  readonly ids: readonly string[];
  readonly terms: ConsentTerms;
  readonly criteria: AlumniCriteria;
  readonly reason: string;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

/**
 * The contacts of those whose consent in force on this day covers exactly these terms; shown to nobody before it is
 * written down whose they were, nor where the reason names anybody of all who match. Whoever withdraws a consent while
 * this runs is either not in it, or withdrew it later.
 */
export async function exportContacts(
  store: AlumniStore,
  { ids, terms, criteria, reason: given, by, today }: ContactExport,
): Promise<ExportedContacts> {
  const covered = await changeAlumni(store, async (transaction) => {
    const persons = await readHeldPersons(transaction, store.keys, ids);
    const problems = new AlumniProblems();
    const names = persons.flatMap(({ profile }) => profile.names);
    const reason = readReason(given, 'input.reason', problems, names, namesOneOf);
    if (reason === null) return { reached: [], leftOut: [], problems: problems.all };
    const found = persons.map((person) => ({ person, contact: coveredContact(person.records, terms, today) }));
    const leftOut = found.filter(({ contact }) => contact === null).map(({ person }) => person.id);
    const reached = found.flatMap(({ person, contact }) => (contact ? [{ person, contact }] : []));
    await appendAlumniEvent(transaction, {
      by,
      action: 'CONTACTS_EXPORTED',
      subjects: reached.flatMap(({ person, contact }) => [...new Set([person.id, contact.record])]),
      purpose: terms.purpose,
      detail: JSON.stringify({
        field: terms.field,
        audience: terms.audience,
        reason,
        matched: persons.length,
        included: reached.length,
        filter: filterMark(criteria, await store.keys.indexKey()),
      }),
    });
    return { reached, leftOut, problems: [] };
  });
  const { reached, ...rest } = covered;
  const rows = reached.map(({ person: { id, profile }, contact }) => ({
    alumnus: id,
    profile,
    value: contact.value(),
  }));
  return { ...rest, rows };
}

/** Tells one filter from another. With the key, since what was typed may be a name that others could try. */
function filterMark(criteria: AlumniCriteria, indexKey: Buffer): string {
  return stableKey(indexKey.toString('hex'), JSON.stringify(criteria)).slice(0, 16);
}
