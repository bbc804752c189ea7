import type { ContactField } from './consent.ts';

/** A contact in the form in which two are compared: +7 701 and 8 (701) are one, and so are capitals and small letters. */
export function comparableContact(field: ContactField, value: string): string {
  const digits = value.replaceAll(/\D/g, '').replace(/^8(?=7\d{9}$)/, '7');
  return `${field} ${field === 'PHONE' ? digits : value.trim().toLowerCase()}`;
}
