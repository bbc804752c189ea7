import { daySpan } from '../../../domain/partial-date.ts';
import { readDay } from '../../values/read-day.ts';

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
};

/** The date as EDTF; null where it is in none of the forms (`D/M/YYYY`), or where no form is given and it is no EDTF. */
export function readDate(text: string, forms: readonly string[]): string | null {
  if (forms.length === 0) return readDay(text) ?? (daySpan(text) === null ? null : text);
  for (const form of forms) {
    const { year, month, day } = patternOf(form).exec(text)?.groups ?? {};
    const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
    const edtf = parts.join('-');
    if (year !== undefined && daySpan(edtf) !== null) return edtf;
  }
  return null;
}

function patternOf(form: string): RegExp {
  const pattern = form.replaceAll(/YYYY|MM?|DD?|[-./ ]/g, (part) => PARTS[part] ?? `\\${part}`);
  return new RegExp(`^${pattern}$`);
}
