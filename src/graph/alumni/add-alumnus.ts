import { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import type { Consent, ConsentTerms, ContactField } from '../../domain/alumni/consent.ts';
import { newId } from '../../domain/alumni/new-id.ts';
import { readContact } from '../../domain/alumni/read-contact.ts';
import { type ProfileInput, readProfile } from '../../domain/alumni/read-profile.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';
import type { RecordChanged } from './change-record.ts';
import { checkProfile } from './check-profile.ts';
import { type AttendanceInput, readAttendances } from './read-attendances.ts';
import { writeAlumni } from './write-alumni.ts';

export interface PaperConsent {
  readonly terms: ConsentTerms;
  readonly givenOn: string;
  readonly until: string | null;
}

export interface NewAlumnusInput {
  readonly profile: ProfileInput;
  readonly attendances: readonly AttendanceInput[];
  readonly contacts: readonly { readonly field: ContactField; readonly value: string }[];
  readonly consents: readonly PaperConsent[];
}

const NOBODY: AlumnusProfile = {
  names: [],
  homeCountry: '',
  attendances: [],
  fields: [],
  languages: [],
  employments: [],
  skills: [],
  city: null,
};

const MOST_CONSENTS = 48;

/** Adds a record, with what its person agreed to on paper. Nobody is looked for: duplicates are proposed afterwards. */
export function addAlumnus(store: AlumniStore, by: string, input: NewAlumnusInput): Promise<RecordChanged> {
  return changeAlumni(store, async (transaction) => {
    const problems = new AlumniProblems();
    for (const name of ['names', 'homeCountry'] as const) {
      if (input.profile[name] === undefined)
        problems.add('REQUIRED', `input.profile.${name}`, 'expected it with every new record');
    }
    const read = readProfile(input.profile, 'input.profile', problems);
    const profile = await checkProfile({ transaction, problems }, read, 'input.profile');
    const attendances = await readAttendances(transaction, input.attendances, 'input.attendances', problems);
    const contacts = readContacts(input, problems);
    const consents = readConsents(input, problems);
    if (problems.all.length > 0) return { id: null, wasDoneBefore: false, problems: problems.all };
    const id = newId('alumnus');
    await writeAlumni(transaction, store.keys, [
      { id, isSynthetic: false, profile: { ...NOBODY, ...profile, attendances }, contacts, consents },
    ]);
    const detail = JSON.stringify({ contacts: contacts.map(({ field }) => field), consents: consents.length });
    await appendAlumniEvent(transaction, { by, action: 'RECORD_ADDED', subjects: [id], purpose: null, detail });
    return { id, wasDoneBefore: false, problems: [] };
  });
}

function readContacts({ contacts }: NewAlumnusInput, problems: AlumniProblems) {
  const fields = new Set<ContactField>();
  return contacts.flatMap(({ field, value }, index) => {
    const path = `input.contacts.${index}`;
    if (fields.has(field)) problems.add('CONFLICT', `${path}.field`, 'expected each contact once');
    fields.add(field);
    const read = readContact(field, value, `${path}.value`, problems);
    return read === null ? [] : [{ field, value: read }];
  });
}

function readConsents({ contacts, consents }: NewAlumnusInput, problems: AlumniProblems): Consent[] {
  if (consents.length > MOST_CONSENTS) {
    problems.add('TOO_LONG', 'input.consents', `expected at most ${MOST_CONSENTS} items`);
    return [];
  }
  return consents.map(({ terms, givenOn, until }, index) => {
    const path = `input.consents.${index}`;
    if (givenOn > today()) problems.add('INVALID_VALUE', `${path}.givenOn`, 'expected today or an earlier day');
    if (until !== null && until < givenOn)
      problems.add('INVALID_VALUE', `${path}.until`, 'expected no day before that on which it was given');
    if (!contacts.some(({ field }) => field === terms.field))
      problems.add('CONFLICT', `${path}.terms.field`, 'expected a contact that is given, too');
    const { field, audience, purpose } = terms;
    return { id: newId('consent'), field, audience, purpose, givenOn, until, withdrawnOn: null };
  });
}
