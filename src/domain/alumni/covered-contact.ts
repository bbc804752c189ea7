import { type Consent, type ConsentTerms, type ContactField, covers } from './consent.ts';

/** What one record holds: a person has several where records were merged. */
export interface ReachableRecord<Contact extends { readonly field: ContactField }> {
  readonly contacts: readonly Contact[];
  readonly consents: readonly Consent[];
}

/**
 * The contact that may be used on these terms on this day; null where none may. A consent covers the contact of the record
 * it was given with, and of no other: merging two records must not show an address that nobody agreed to. Of several that
 * may be used the one of the first record counts.
 */
export function coveredContact<Contact extends { readonly field: ContactField }>(
  records: readonly ReachableRecord<Contact>[],
  terms: ConsentTerms,
  day: string,
): Contact | null {
  for (const { contacts, consents } of records) {
    const contact = contacts.find(({ field }) => field === terms.field);
    if (contact && covers(consents, terms, day)) return contact;
  }
  return null;
}
