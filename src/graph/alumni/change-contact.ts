import type { ContactField } from '../../domain/alumni/consent.ts';
import { readContact } from '../../domain/alumni/read-contact.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChange, type RecordChanged } from './change-record.ts';
import { markWithdrawn } from './mark-withdrawn.ts';
import { sealContact } from './seal-contact.ts';

/**
 * An alumnus says by what they can be reached. It takes the place of what was held, consents included: those were given
 * for the field. Of several values that came together by a merge the first is replaced, and the others go.
 */
export function setOwnContact(
  store: AlumniStore,
  id: string,
  input: { readonly field: ContactField; readonly value: string },
): Promise<RecordChanged> {
  return changeRecord(store, { by: id, id, path: 'input' }, async (change) => {
    const { transaction, keys, person, problems, note } = change;
    const { field } = input;
    const value = readContact(field, input.value, 'input.value', problems);
    if (value === null) return false;
    const [first, ...others] = person.records.filter(({ contacts }) => contacts.some((each) => each.field === field));
    const isSame = first?.contacts.some((each) => each.field === field && each.value() === value);
    if (isSame && others.length === 0) return false;
    const { id: holder, key } = first ?? person.records[0];
    const contact = sealContact(holder, { field, value }, { key, indexKey: await keys.indexKey() });
    await transaction.run(
      `MATCH (person:Alumnus {id: $holder})
       MERGE (point:ContactPoint {id: $contact.id})
       SET point += $contact
       MERGE (person)-[:REACHED_BY]->(point)`,
      { holder, contact },
    );
    await removeContacts(
      change,
      others.map((record) => record.id),
      field,
    );
    await note({ action: 'RECORD_CORRECTED', detail: { parts: ['contacts'], field } });
    return true;
  });
}

/**
 * Takes a contact away, and the consents that were given for it with any of the records: they are not to hold for another
 * one some day.
 */
export function removeOwnContact(
  store: AlumniStore,
  id: string,
  { field }: { readonly field: ContactField },
): Promise<RecordChanged> {
  return changeRecord(store, { by: id, id, path: 'input' }, async (change) => {
    const { person, note } = change;
    const ids = person.records.map((record) => record.id);
    const isHeld = person.records.some(({ contacts }) => contacts.some((each) => each.field === field));
    const withdrawn = await removeContacts(change, ids, field);
    if (isHeld) await note({ action: 'RECORD_CORRECTED', detail: { parts: ['contacts'], field, isRemoved: true } });
    return isHeld || withdrawn > 0;
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
