import type { ContactField } from '../../domain/alumni/consent.ts';
import { readContact } from '../../domain/alumni/read-contact.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChange, type RecordChanged } from './change-record.ts';
import { markWithdrawn } from './mark-withdrawn.ts';
import { ownFirst } from './own-first.ts';
import { sealContact } from './seal-contact.ts';

/**
 * An alumnus says by what they can be reached. It takes the place of what was held, consents included: those were given
 * for the field. Of several values that came together by a merge that of the record through which they signed in is
 * replaced, else the first, and the others go.
 */
export function setOwnContact(
  store: AlumniStore,
  subject: string,
  input: { readonly field: ContactField; readonly value: string },
): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async (change) => {
    const { transaction, keys, problems, note } = change;
    const { field } = input;
    const value = readContact(field, input.value, 'input.value', problems);
    if (value === null) return false;
    const records = ownFirst(change);
    const [first, ...others] = records.filter(({ contacts }) => contacts.some((each) => each.field === field));
    const isSame = first?.contacts.some((each) => each.field === field && each.value() === value);
    if (isSame && others.length === 0) return false;
    const { id: holder, key } = first ?? records[0];
    const contact = sealContact(holder, { field, value }, { key, indexKey: await keys.indexKey() });
    await transaction.run(
      `MATCH (person:Alumnus {id: $holder})
       MERGE (point:ContactPoint {id: $contact.id})
       SET point += $contact
       MERGE (person)-[:REACHED_BY]->(point)`,
      { holder, contact },
    );
    const emptied = others.map((record) => record.id);
    await removeContacts(change, emptied, field);
    const touched = [holder, ...emptied];
    await note({ action: 'RECORD_CORRECTED', detail: { parts: ['contacts'], field }, touched });
    return true;
  });
}

/**
 * Takes a contact away, and the consents that were given for it with any of the records: they are not to hold for another
 * one some day.
 */
export function removeOwnContact(
  store: AlumniStore,
  subject: string,
  { field }: { readonly field: ContactField },
): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async (change) => {
    const { person, note } = change;
    const ids = person.records.map((record) => record.id);
    const touched = person.records
      .filter(({ contacts }) => contacts.some((each) => each.field === field))
      .map((record) => record.id);
    const withdrawn = await removeContacts(change, ids, field);
    const detail = { parts: ['contacts'], field, isRemoved: true };
    if (touched.length > 0) await note({ action: 'RECORD_CORRECTED', detail, touched });
    return touched.length > 0 || withdrawn > 0;
  });
}

/** Gives how many consents were withdrawn. */
async function removeContacts(change: RecordChange, holders: readonly string[], field: ContactField): Promise<number> {
  const { transaction, person } = change;
  await transaction.run('UNWIND $ids AS id MATCH (point:ContactPoint {id: id}) DETACH DELETE point', {
    ids: holders.map((holder) => `${holder}/${field}`),
  });
  const consents = person.records
    .filter((record) => holders.includes(record.id))
    .flatMap((record) => record.consents)
    .filter((consent) => consent.field === field);
  return markWithdrawn(change, consents, today());
}
