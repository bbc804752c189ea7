import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import type { Consent, ContactField } from '../../domain/alumni/consent.ts';
import type { ReachableRecord } from '../../domain/alumni/covered-contact.ts';
import { joinProfiles } from '../../domain/alumni/join-profiles.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { unseal } from '../../domain/alumni/seal.ts';
import type { Graph } from '../open-graph.ts';
import { ask } from './ask.ts';
import { openProfile } from './open-profile.ts';

/** A contact as it lies in the graph; `value` opens it. */
export interface HeldContact {
  readonly id: string;
  /** The id of the record that it stands in: after a split, what was done with it is in that one's history, too. */
  readonly record: string;
  readonly field: ContactField;
  readonly value: () => string;
}

/** One record of somebody, opened, with the consents that were given with it. */
export interface HeldRecord extends ReachableRecord<HeldContact> {
  readonly id: string;
  readonly profile: AlumnusProfile;
  readonly key: Buffer;
}

/** All that is held of somebody. */
export interface HeldPerson {
  readonly id: string;
  /** The record itself, then those that were merged into it. */
  readonly records: readonly [HeldRecord, ...HeldRecord[]];
  /** What all records say together. */
  readonly profile: AlumnusProfile;
  readonly isSynthetic: boolean;
  /** YYYY-MM-DD */
  readonly lastContactOn: string | null;
  /** YYYY-MM-DD: the day they asked to be erased, with whichever of the records they did first. */
  readonly erasureAskedOn: string | null;
}

interface Row extends Omit<HeldPerson, 'records' | 'profile'> {
  readonly records: readonly {
    readonly id: string;
    readonly profile: string;
    readonly contacts: readonly { readonly id: string; readonly field: ContactField; readonly value: string }[];
    readonly consents: readonly Consent[];
  }[];
}

const STATEMENT = `
  UNWIND $ids AS id
  MATCH (person:Alumnus {id: id}) WHERE person.mergedInto IS NULL
  WITH person, [person] + COLLECT { MATCH (merged:Alumnus {mergedInto: person.id}) RETURN merged ORDER BY merged.id } AS records
  RETURN person.id AS id, person.isSynthetic AS isSynthetic,
         reduce(last = person.lastContactOn, record IN records |
           CASE WHEN last >= record.lastContactOn OR record.lastContactOn IS NULL THEN last ELSE record.lastContactOn END) AS lastContactOn,
         reduce(first = person.erasureAskedOn, record IN records |
           CASE WHEN first <= record.erasureAskedOn OR record.erasureAskedOn IS NULL THEN first ELSE record.erasureAskedOn END) AS erasureAskedOn,
         [record IN records | record {.id, .profile,
           contacts: COLLECT { MATCH (record)-[:REACHED_BY]->(contact:ContactPoint)
                               RETURN contact {.id, .field, .value} ORDER BY contact.field },
           consents: COLLECT { MATCH (record)-[:GAVE]->(consent:Consent)
                               RETURN consent {.id, .field, .audience, .purpose, .givenOn, .until, .withdrawnOn}
                               ORDER BY consent.givenOn, consent.id }}] AS records`;

/** Somebody as they are held at this moment; null where they are merged into another record, were erased, or never were. */
export async function readHeldPerson(
  from: Graph | ManagedTransaction,
  keys: PersonKeys,
  id: string,
  signal?: AbortSignal,
): Promise<HeldPerson | null> {
  const [person = null] = await readHeldPersons(from, keys, [id], signal);
  return person;
}

/** Those of these records that are held, in the order of the ids given. */
export async function readHeldPersons(
  from: Graph | ManagedTransaction,
  keys: PersonKeys,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<HeldPerson[]> {
  const rows = await ask<Row>(from, STATEMENT, { ids }, signal);
  const keyOf = await keys.find(rows.flatMap(({ records }) => records.map(({ id }) => id)));
  const held = rows.flatMap((row) => {
    const [own, ...merged] = row.records.flatMap((record) => {
      const key = keyOf.get(record.id);
      return key ? open(record, key) : [];
    });
    if (own?.id !== row.id) return [];
    const profile = joinProfiles([own.profile, ...merged.map((record) => record.profile)]);
    return [[row.id, { ...row, records: [own, ...merged] as const, profile }] as const];
  });
  const byId = new Map(held);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function open({ id, profile, contacts, consents }: Row['records'][number], key: Buffer): HeldRecord[] {
  const opened = openProfile({ id, profile }, key);
  if (opened === null) return [];
  return [
    {
      id,
      key,
      profile: opened,
      contacts: contacts.map((contact) => ({
        ...contact,
        record: id,
        value: () => unseal(contact.value, key, contact.id),
      })),
      consents,
    },
  ];
}
