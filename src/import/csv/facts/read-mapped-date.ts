import { shorten } from '../../values/shorten.ts';
import type { DateMapping } from '../mapping/value-format.ts';
import { readDate } from '../values/read-date.ts';
import { fill } from '../values/read-value.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** Some write 1900 or 9999 for "not known". */
const PLAUSIBLE_YEARS = [1945, 2100] as const;

/** The date as EDTF; null where it is empty, or no date of the declared form, which is a problem. */
export function readMappedDate(
  mapping: RecordMapping,
  given: DateMapping | undefined,
  { cells }: Place,
  what: string,
): string | null {
  if (given === undefined) return null;
  const own = fill(given.value, cells);
  const text = own ?? (given.otherwise === undefined ? undefined : fill(given.otherwise, cells));
  if (text === undefined) return null;
  const forms = own === undefined ? [] : given.forms;
  const date = readDate(text, forms);
  if (date === null) {
    const expected = forms.length === 0 ? 'a date like 2020, 2020-05 or 2020-05-01' : forms.join(' or ');
    mapping.problem(cells, 'bad-date', `${what}: expected ${expected}; found "${shorten(text)}"`);
    return null;
  }
  const year = Number(date.slice(0, 4));
  if (year < PLAUSIBLE_YEARS[0] || year > PLAUSIBLE_YEARS[1]) {
    mapping.problem(cells, 'implausible', `${what} is ${date}; it is kept`);
  }
  return date;
}
