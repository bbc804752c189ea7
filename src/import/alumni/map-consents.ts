import type { StatedConsent } from '../../domain/alumni/import/alumni-row.ts';
import type { AlumniMapping } from './alumni-format.ts';
import type { RowReader } from './row-reader.ts';

type ConsentMapping = AlumniMapping['consents'][number];

const NONE = 'there is no consent';
const DAY = /^\d{4}-\d\d-\d\d$/;
/** What stands in the place of the last day of a consent that holds until it is withdrawn. */
const OPEN = 'open';

/** The consents that the row states beyond doubt. Whatever is missing, unclear or in the future is no consent. */
export function mapConsents(reader: RowReader, consents: AlumniMapping['consents'], today: string): StatedConsent[] {
  return consents.flatMap((mapping) => mapConsent(reader, mapping, today) ?? []);
}

function mapConsent(reader: RowReader, mapping: ConsentMapping, today: string): StatedConsent | null {
  if (reader.answer(mapping.given, NONE) !== true) return null;
  const givenOn = dayIn(reader, mapping.givenOn, 'the day on which it was given');
  const until = lastDayIn(reader, mapping.until);
  if (givenOn === null || until === null) return null;
  if (givenOn > today) {
    reader.problem(mapping.givenOn, `expected a day that is not in the future: ${NONE}`);
    return null;
  }
  if (until !== OPEN && until < givenOn) {
    reader.problem(mapping.until, `expected a day after the one on which it was given; found an earlier one: ${NONE}`);
    return null;
  }
  const { field, audience, purpose } = mapping;
  return { field, audience, purpose, givenOn, until: until === OPEN ? null : until };
}

function dayIn(reader: RowReader, mapping: ConsentMapping['givenOn'], what: string): string | null {
  const before = reader.problems.length;
  const date = reader.date(mapping, NONE);
  if (date !== null && DAY.test(date)) return date;
  if (reader.problems.length === before) {
    reader.problem(mapping, `expected ${what}; found ${date === null ? 'nothing' : 'no whole day'}: ${NONE}`);
  }
  return null;
}

function lastDayIn(reader: RowReader, mapping: ConsentMapping['until']): string | null {
  if (reader.constant(mapping) === OPEN) return OPEN;
  return dayIn(reader, mapping, `the last day on which it holds, or "${OPEN}" in the mapping`);
}
