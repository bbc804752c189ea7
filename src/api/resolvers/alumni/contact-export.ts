import { type AlumniProblem, AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import type { AlumnusProfile } from '../../../domain/alumni/alumnus.ts';
import type { ConsentTerms } from '../../../domain/alumni/consent.ts';
import { englishName } from '../../../domain/alumni/english-name.ts';
import { readReason } from '../../../domain/alumni/read-reason.ts';
import { today } from '../../../domain/today.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { DomainError } from '../../../errors.ts';
import type { Column } from '../../../export/table/column.ts';
import { csvLines } from '../../../export/table/csv.ts';
import { type ExportedContact, exportContacts as exportOf } from '../../../graph/alumni/contacts/export-contacts.ts';
import { noteContact as noteOf } from '../../../graph/alumni/contacts/note-contact.ts';
import { findAlumni } from '../../../graph/alumni/find-alumni.ts';
import { readNames } from '../../../graph/queries/read-names.ts';
import type { RequestContext } from '../../context.ts';
import { type AlumniFilter, readAlumniFilter } from './alumni-filter.ts';
import { officeMutation } from './office-mutations.ts';
import { requireOfficer } from './require-officer.ts';
import { toDay } from './to-day.ts';

const MOST_PERSONS = 5_000;
const MOST_LISTED = 500;

interface ExportInput extends ConsentTerms {
  readonly filter?: AlumniFilter | null;
  readonly reason: string;
}

async function exportContacts(_: unknown, { input }: { readonly input: ExportInput }, context: RequestContext) {
  const { viewer, alumni } = requireOfficer(context);
  const criteria = await readAlumniFilter(input.filter, context);
  const problems = new AlumniProblems();
  // What can be seen without knowing who matches; their names are looked at when they are read.
  const reason = readReason(input.reason, 'input.reason', problems);
  if (reason === null) return refused(problems.all);
  const ids = await findAlumni(alumni, criteria, { after: null, limit: MOST_PERSONS + 1 }, context.signal);
  if (ids.length > MOST_PERSONS) {
    const expected = `expected at most ${MOST_PERSONS}: narrow it by programme, edition, year or home country`;
    throw new DomainError('LimitExceeded', `filter: more than ${MOST_PERSONS} alumni match; ${expected}`);
  }
  const { field, audience, purpose } = input;
  const exported = await exportOf(alumni, {
    ids,
    terms: { field, audience, purpose },
    criteria,
    reason,
    by: viewer.id,
    today: today(),
  });
  if (exported.problems.length > 0) return refused(exported.problems);
  const rows = await toRows(exported.rows, context);
  const leftOut = {
    reason: 'NO_CONSENT',
    count: exported.leftOut.length,
    alumni: exported.leftOut.slice(0, MOST_LISTED),
  };
  const manifest = {
    matched: rows.length + leftOut.count,
    included: rows.length,
    leftOut: leftOut.count === 0 ? [] : [leftOut],
  };
  return { rows, csv: await toCsv(rows), manifest, problems: [] };
}

function refused(problems: readonly AlumniProblem[]) {
  return { rows: [], csv: '', manifest: null, problems };
}

type Row = Awaited<ReturnType<typeof toRows>>[number];

async function toRows(exported: readonly ExportedContact[], { graph, signal }: RequestContext) {
  const ids = exported.flatMap(({ profile }) => [profile.homeCountry, ...lastAttended(profile)]);
  const names = await readNames(graph, ids, signal);
  return exported.map(({ alumnus, profile, value }) => ({
    alumnus,
    name: englishName(profile),
    value,
    homeCountry: names.get(profile.homeCountry) ?? profile.homeCountry,
    edition: lastAttended(profile).map((id) => names.get(id) ?? id)[0] ?? null,
    language: profile.languages[0] ?? null,
  }));
}

function lastAttended({ attendances }: AlumnusProfile): string[] {
  const [last] = attendances.toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0));
  return last ? [last.edition] : [];
}

const COLUMNS: readonly Column[] = ['alumnus', 'name', 'value', 'homeCountry', 'edition', 'language'].map((name) => ({
  name,
  type: 'text',
  isList: false,
  description: '',
}));

async function toCsv(rows: readonly Row[]): Promise<string> {
  async function* page() {
    yield rows.map(({ alumnus, name, value, homeCountry, edition, language }) => [
      alumnus,
      name,
      value,
      homeCountry,
      edition,
      language,
    ]);
  }
  let csv = '';
  for await (const lines of csvLines(COLUMNS, page(), { bom: false })) csv += lines;
  return csv;
}

interface NoteInput {
  readonly alumni: readonly string[];
  readonly on?: { toString(): string } | null;
  readonly purpose: Term<'ConsentPurpose'>;
}

const noteContact = officeMutation(async (alumni, { id: by }, { alumni: ids, on, purpose }: NoteInput) => {
  const problems = new AlumniProblems();
  const day = toDay(on) ?? today();
  if (ids.length === 0) problems.add('REQUIRED', 'input.alumni', 'expected at least one id');
  if (day > today()) problems.add('INVALID_VALUE', 'input.on', 'expected a day that is not in the future');
  if (problems.all.length > 0) return { changed: 0, problems: problems.all };
  return noteOf(alumni, { ids, on: day, purpose, by });
});

export const CONTACT_EXPORT_RESOLVERS = { Mutation: { exportContacts, noteContact } };
