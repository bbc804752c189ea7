import type { AlumnusProfile } from '../../../domain/alumni/alumnus.ts';
import { type Consent, type ContactField, isInForce } from '../../../domain/alumni/consent.ts';
import { type OwnEvent, toOwnEvent } from '../../../domain/alumni/own-event.ts';
import { cursorScope } from '../../../domain/cursor.ts';
import { today } from '../../../domain/today.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { type HeldPerson, readHeldPerson } from '../../../graph/alumni/held-person.ts';
import { listAlumniEvents } from '../../../graph/alumni/list-alumni-events.ts';
import { recordDownloaded } from '../../../graph/alumni/record-downloaded.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { PROFILE_RESOLVERS } from './alumnus.ts';
import { noRecord, type Owner, requireOwner } from './require-owner.ts';

type OwnConsent = Consent & { readonly isInForce: boolean };

interface OwnContact {
  readonly field: ContactField;
  readonly value: string;
  readonly consents: readonly OwnConsent[];
}

/** All that is held of an alumnus, as they see it. */
export interface OwnRecord extends AlumnusProfile, Omit<HeldPerson, 'records' | 'profile'> {
  readonly mergedFrom: readonly string[];
  readonly contacts: readonly OwnContact[];
  readonly consents: readonly OwnConsent[];
}

export async function readOwnRecord({ own, alumni: { graph, keys } }: Owner): Promise<OwnRecord> {
  const person = await readHeldPerson(graph, keys, own.id);
  // Between two readings it may have been erased, or split from theirs.
  if (!person?.records.some(({ id }) => id === own.record)) throw noRecord();
  return toOwnRecord(person);
}

function toOwnRecord(person: HeldPerson): OwnRecord {
  const day = today();
  const { records, profile, ...rest } = person;
  const toOwn = (consent: Consent): OwnConsent => ({ ...consent, isInForce: isInForce(consent, day) });
  return {
    ...rest,
    ...profile,
    mergedFrom: records.slice(1).map((record) => record.id),
    contacts: records.flatMap(({ contacts, consents }) =>
      contacts.map(({ field, value }) => ({
        field,
        value: value(),
        consents: consents.filter((each) => each.field === field && isInForce(each, day)).map(toOwn),
      })),
    ),
    consents: records
      .flatMap(({ consents }) => consents)
      .toSorted((one, other) => (one.givenOn < other.givenOn ? -1 : 1))
      .map(toOwn),
  };
}

async function myRecord(_: unknown, _args: unknown, context: RequestContext): Promise<OwnRecord> {
  return readOwnRecord(await requireOwner(context));
}

async function downloadMyRecord(_: unknown, _args: unknown, context: RequestContext) {
  const { subject, alumni } = await requireOwner(context);
  const person = await recordDownloaded(alumni, subject);
  if (person === null) throw noRecord();
  const record = toOwnRecord(person);
  const events = await ownEvents(alumni, record, context.signal);
  const held = { ...record, events };
  return { fileName: `my-record-${today()}.json`, json: JSON.stringify(held, null, 2) };
}

/** All of them, the first one first: one person has few. */
async function ownEvents(
  { graph }: AlumniStore,
  { id, mergedFrom }: OwnRecord,
  signal: AbortSignal | undefined,
): Promise<OwnEvent[]> {
  const own = [id, ...mergedFrom];
  const criteria = { by: null, actions: null, subjects: own, since: null, until: null };
  const events = await listAlumniEvents(graph, criteria, { before: null, limit: MOST_EVENTS }, signal);
  return events.flatMap((event) => toOwnEvent(event, own) ?? []).reverse();
}

const MOST_EVENTS = 10_000;

/** A page of them, the last first; the cursor counts from the first, for the number of an event speaks of others, too. */
async function events(record: OwnRecord, page: PageArguments, context: RequestContext) {
  const { own, alumni } = await requireOwner(context);
  const all = own.id === record.id ? await ownEvents(alumni, record, context.signal) : [];
  const numbered = all.map((event, index) => ({ event, number: index + 1 })).reverse();
  return toConnection(page, {
    scope: cursorScope('myRecord.events', record.id),
    rows: async (after, limit) =>
      numbered.filter(({ number }) => after === null || number < Number(after[0])).slice(0, limit),
    keyOf: ({ number }) => [number],
    edgeOf: ({ event }) => ({ node: event }),
    count: async () => all.length,
  });
}

export const OWN_RECORD_RESOLVERS = {
  Query: { myRecord, downloadMyRecord },
  OwnRecord: { ...PROFILE_RESOLVERS, events },
};
