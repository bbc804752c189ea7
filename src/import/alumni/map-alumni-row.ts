import type { AlumniRow, StatedAttendance, StatedEmployment } from '../../domain/alumni/import/alumni-row.ts';
import { languageCode } from '../../domain/language-code.ts';
import { columnsOf } from '../csv/mapping/columns-of.ts';
import type { Cells } from '../csv/read/cells.ts';
import type { AlumniMapping } from './alumni-format.ts';
import { mapConsents } from './map-consents.ts';
import { mapContacts } from './map-contacts.ts';
import type { RowProblem } from './row-problem.ts';
import { RowReader } from './row-reader.ts';

const LEFT_OUT = 'the row is left out';

export interface MappedRow {
  /** Null where it does not say who it is: then it is left out. */
  readonly row: AlumniRow | null;
  readonly problems: readonly RowProblem[];
}

/** What the row says. Never throws for a bad one. */
export function mapAlumniRow(cells: Cells, mapping: AlumniMapping, today: string): MappedRow {
  const reader = new RowReader(cells);
  const key = reader.text({ value: mapping.key, codes: undefined, otherwise: undefined }, LEFT_OUT);
  const names = [...new Set(mapping.names.flatMap((each) => reader.text(each) ?? []))];
  const homeCountry = reader.text(mapping.homeCountry, LEFT_OUT);
  if (key === undefined) reader.problem(mapping.key, `expected the number of the person; found nothing: ${LEFT_OUT}`);
  if (names.length === 0) reader.problem(mapping.names, `expected a name; found none: ${LEFT_OUT}`);
  if (homeCountry === undefined) reader.problem(mapping.homeCountry, `expected a country; found nothing: ${LEFT_OUT}`);
  const { problems } = reader;
  if (key === undefined || names.length === 0 || homeCountry === undefined) return { row: null, problems };
  const row = {
    row: cells.row,
    line: cells.line,
    key,
    names,
    homeCountry,
    attendances: mapping.attendances.flatMap((each) => attendance(reader, each) ?? []),
    fields: reader.terms(mapping.fields, 'AlumnusField'),
    languages: languages(reader, mapping),
    employments: mapping.employments.flatMap((each) => employment(reader, each) ?? []),
    skills: reader.texts(mapping.skills),
    city: reader.text(mapping.city) ?? null,
    contacts: mapContacts(reader, mapping.contacts),
    consents: mapConsents(reader, mapping.consents, today),
  };
  return { row, problems };
}

function attendance(reader: RowReader, mapping: AlumniMapping['attendances'][number]): StatedAttendance | null {
  const { edition, programme, year, since, until } = mapping;
  const named = reader.text(edition ?? programme);
  if (named === undefined) return null;
  const stated = edition === undefined ? inYear(reader, mapping, named) : { edition: named };
  if (stated === null) return null;
  return {
    stated,
    column: [...new Set(columnsOf([edition, programme, year]).map(({ column }) => column))].join(', '),
    since: reader.date(since),
    until: reader.date(until),
    outcome: reader.term(mapping.outcome, 'AttendanceOutcome') ?? 'NOT_STATED',
  };
}

function inYear(reader: RowReader, { year }: AlumniMapping['attendances'][number], programme: string) {
  const found = reader.text(year);
  if (found !== undefined && /^(19|20)\d\d$/.test(found)) return { programme, year: Number(found) };
  reader.problem(year, 'expected the year of the edition; found none: it is left out');
  return null;
}

function employment(reader: RowReader, mapping: AlumniMapping['employments'][number]): StatedEmployment | null {
  const name = reader.text(mapping.organisation);
  if (name === undefined) return null;
  const { present } = mapping;
  return {
    name,
    kind: reader.term(mapping.kind, 'OrganisationKind') ?? null,
    position: reader.text(mapping.position) ?? null,
    since: reader.date(mapping.since),
    until: reader.date(mapping.until),
    isPresent: typeof present === 'boolean' ? present : (reader.answer(present, 'taken for no') ?? false),
  };
}

function languages(reader: RowReader, { languages: given }: AlumniMapping): string[] {
  const codes = reader.texts(given).flatMap((text) => {
    const code = languageCode(text);
    if (code === null)
      reader.problem(given, 'expected the code of a language like kk or ru; found another text: it is left out');
    return code ?? [];
  });
  return [...new Set(codes)];
}
