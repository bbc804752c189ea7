import type { ManagedTransaction } from 'neo4j-driver';
import { type Consent, type ConsentTerms, isInForce } from '../../domain/alumni/consent.ts';
import { newId } from '../../domain/alumni/new-id.ts';
import { readReason } from '../../domain/alumni/read-reason.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { ask } from './ask.ts';
import { changeRecord, type RecordChanged } from './change-record.ts';
import { markWithdrawn } from './mark-withdrawn.ts';
import { ownFirst } from './own-first.ts';
import { withdrawConsents } from './withdraw-consents.ts';

/**
 * An alumnus allows something, from today on, with the contact that they have. What they allowed before on the same terms
 * is replaced, so that an earlier last day holds. Where only a record that was merged with their own has the contact, the
 * consent stands there, and keeps through which it was given: a split withdraws it.
 */
export function giveConsent(
  store: AlumniStore,
  subject: string,
  { terms, until }: { readonly terms: ConsentTerms; readonly until: string | null },
): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async (change) => {
    const { transaction, person, named, problems, note } = change;
    const { field, audience, purpose } = terms;
    const day = today();
    if (until !== null && until < day) problems.add('INVALID_VALUE', 'input.until', 'expected today or a later day');
    const holder = ownFirst(change).find(({ contacts }) => contacts.some((contact) => contact.field === field));
    if (!holder) problems.add('CONFLICT', 'input.terms.field', 'there is no such contact: say first what it is');
    if (!holder || problems.all.length > 0) return false;
    const standing = person.records
      .flatMap(({ consents }) => consents)
      .filter((consent) => isOn(consent, terms) && isInForce(consent, day));
    const givenByOthers = await findGivenThroughOthers(transaction, standing, named);
    const isSame = (consent: Consent) =>
      consent.until === until && holder.consents.includes(consent) && !givenByOthers.has(consent.id);
    if (standing.length > 0 && standing.every(isSame)) return false;
    await withdrawConsents(
      transaction,
      standing.map((consent) => consent.id),
      day,
    );
    const consent: Consent = { id: newId('consent'), field, audience, purpose, givenOn: day, until, withdrawnOn: null };
    await transaction.run(
      `MATCH (person:Alumnus {id: $holder})
       CREATE (person)-[:GAVE]->(consent:Consent)
       SET consent = $consent, consent.givenThrough = $givenThrough`,
      { holder: holder.id, consent, givenThrough: holder.id === named ? null : named },
    );
    const replaced = person.records.filter(({ consents }) => consents.some((each) => standing.includes(each)));
    const touched = [holder, ...replaced].map((record) => record.id);
    await note({ action: 'CONSENT_GIVEN', purpose, detail: { field, audience, until }, touched });
    return true;
  });
}

/** An alumnus no longer allows something. It holds from this moment on, whatever was given how often. */
export function withdrawConsent(
  store: AlumniStore,
  subject: string,
  { terms }: { readonly terms: ConsentTerms },
): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async (change) => {
    const consents = change.person.records.flatMap((record) => record.consents);
    return (
      (await markWithdrawn(
        change,
        consents.filter((consent) => isOn(consent, terms)),
        today(),
      )) > 0
    );
  });
}

/** The office writes down that somebody withdrew a consent by a letter or a call. */
export function withdrawConsentFor(
  store: AlumniStore,
  by: string,
  {
    alumnus,
    terms,
    reason: given,
  }: { readonly alumnus: string; readonly terms: ConsentTerms; readonly reason: string },
): Promise<RecordChanged> {
  return changeRecord(store, { by, id: alumnus, path: 'input.alumnus' }, async (change) => {
    const { person, problems } = change;
    const reason = readReason(given, 'input.reason', problems, person.profile.names);
    if (reason === null) return false;
    const consents = person.records.flatMap((record) => record.consents).filter((consent) => isOn(consent, terms));
    return (await markWithdrawn(change, consents, today(), reason)) > 0;
  });
}

/** Of these consents, those that somebody gave through another record than this, with a contact that is not of theirs. */
async function findGivenThroughOthers(
  transaction: ManagedTransaction,
  consents: readonly Consent[],
  record: string,
): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(
    transaction,
    'UNWIND $ids AS id MATCH (consent:Consent {id: id}) WHERE consent.givenThrough <> $record RETURN id',
    { ids: consents.map(({ id }) => id), record },
  );
  return new Set(rows.map(({ id }) => id));
}

function isOn(consent: Consent, { field, audience, purpose }: ConsentTerms): boolean {
  return consent.field === field && consent.audience === audience && consent.purpose === purpose;
}
