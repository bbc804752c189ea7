import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import type { Consent, ContactField } from '../../domain/alumni/consent.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { fileAlumni } from './file-alumni.ts';
import { sealContact } from './seal-contact.ts';
import { sealProfile } from './seal-profile.ts';

/** What is to be held of somebody. What a record holds beyond it (other contacts, other consents) stays. */
export interface AlumnusDraft {
  /** `alumnus:` and letters that say nothing. */
  readonly id: string;
  readonly isSynthetic: boolean;
  readonly profile: AlumnusProfile;
  readonly contacts: readonly { readonly field: ContactField; readonly value: string }[];
  readonly consents: readonly Consent[];
}

/** Writes records, new ones and those that are there, sealed each with the key of its person, and files them. The alumni must be locked. */
export async function writeAlumni(
  transaction: ManagedTransaction,
  keys: PersonKeys,
  drafts: readonly AlumnusDraft[],
): Promise<void> {
  const indexKey = await keys.indexKey();
  const keyOf = await keys.ensure(drafts.map(({ id }) => id));
  const rows = drafts.map(({ id, isSynthetic, profile, contacts, consents }) => {
    const key = keyOf.get(id);
    if (!key) throw new Error(`there is no key for ${id}`);
    return {
      id,
      isSynthetic,
      profile: sealProfile(id, profile, key),
      contacts: contacts.map((contact) => sealContact(id, contact, { key, indexKey })),
      consents,
    };
  });
  await transaction.run(
    `UNWIND $rows AS row
     MERGE (person:Alumnus {id: row.id})
     SET person.profile = row.profile, person.isSynthetic = row.isSynthetic
     WITH row, person
     CALL (row, person) {
       UNWIND row.contacts AS contact
       MERGE (point:ContactPoint {id: contact.id})
       SET point += contact
       MERGE (person)-[:REACHED_BY]->(point)
       RETURN count(*) AS contacts
     }
     CALL (row, person) {
       UNWIND row.consents AS given
       MERGE (consent:Consent {id: given.id})
       SET consent = given
       MERGE (person)-[:GAVE]->(consent)
       RETURN count(*) AS consents
     }
     RETURN count(*) AS written`,
    { rows },
  );
  await fileAlumni(
    transaction,
    keys,
    drafts.map(({ id }) => id),
  );
}
