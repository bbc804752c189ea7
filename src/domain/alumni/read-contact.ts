import type { AlumniProblems } from './alumni-problems.ts';
import type { ContactField } from './consent.ts';
import { readLine } from './read-line.ts';

const LONGEST: Readonly<Record<ContactField, number>> = { EMAIL: 254, PHONE: 32, MESSENGER: 100, SOCIAL: 300 };

/** Something before one @, and behind it names of a domain. Whether anybody reads it, only writing to it shows. */
const EMAIL = /^[^\s@"<>()[\],;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

const PHONE = /^\+?[\d\s().-]+$/;

/** A contact in the form in which it is kept; null where it is none, with a problem. */
export function readContact(field: ContactField, value: string, path: string, problems: AlumniProblems): string | null {
  const line = readLine(value, path, LONGEST[field], problems);
  if (line === null) return null;
  const { form, expected } = FORMS[field];
  const read = form(line);
  if (read === null) problems.add('INVALID_VALUE', path, `expected ${expected}`);
  return read;
}

interface Form {
  readonly form: (line: string) => string | null;
  readonly expected: string;
}

const FORMS: Readonly<Record<ContactField, Form>> = {
  EMAIL: { form: (line) => (EMAIL.test(line) && !line.includes('..') ? line : null), expected: 'an e-mail address' },
  PHONE: { form: readPhone, expected: 'a telephone number with its country code, such as +7 701 000 00 00' },
  MESSENGER: { form: (line) => line, expected: 'a name or number' },
  SOCIAL: { form: readPage, expected: 'the https address of a page' },
};

/** As E.164 writes it: a plus sign and digits. */
function readPhone(line: string): string | null {
  const digits = line.replaceAll(/\D/g, '').replace(/^00/, '');
  const isInternational = /^(\+|00)/.test(line);
  return PHONE.test(line) && isInternational && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

function readPage(line: string): string | null {
  if (!URL.canParse(line)) return null;
  const { protocol, username, password, hostname } = new URL(line);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.') ? line : null;
}
