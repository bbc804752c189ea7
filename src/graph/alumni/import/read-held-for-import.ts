import { createHash } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import type { Consent } from '../../../domain/alumni/consent.ts';
import type { HeldForImport, ImportMarks } from '../../../domain/alumni/import/alumni-draft.ts';
import type { PersonKeys } from '../../../domain/alumni/person-keys.ts';
import type { Graph } from '../../open-graph.ts';
import { ask } from '../ask.ts';
import { findErased } from '../find-erased.ts';
import { openProfile } from '../open-profile.ts';

interface Row {
  readonly id: string;
  readonly profile: string;
  readonly importedAs: string | null;
  readonly mergedInto: string | null;
  readonly contacts: readonly string[];
  readonly consents: readonly (Consent & { readonly isOwn: boolean })[];
}

const HELD = `
  UNWIND $ids AS id
  MATCH (person:Alumnus {id: id})
  RETURN person.id AS id, person.profile AS profile, person.importedAs AS importedAs, person.mergedInto AS mergedInto,
         COLLECT { MATCH (person)-[:REACHED_BY]->(contact:ContactPoint) RETURN contact.value ORDER BY contact.id } AS contacts,
         COLLECT {
           MATCH (other:Alumnus)
           WHERE other.id = coalesce(person.mergedInto, person.id) OR other.mergedInto = coalesce(person.mergedInto, person.id)
           MATCH (other)-[:GAVE]->(consent:Consent)
           RETURN consent {.id, .field, .audience, .purpose, .givenOn, .until, .withdrawnOn, isOwn: other = person} ORDER BY consent.id
         } AS consents`;

/** What is held of records that a file speaks of, and who of them was erased: nobody may bring them back. */
export interface HeldRecords {
  readonly held: ReadonlyMap<string, HeldForImport>;
  readonly erased: ReadonlySet<string>;
}

/** By a graph outside of any transaction, or within the one that is to change them. */
export async function readHeldForImport(
  from: Graph | ManagedTransaction,
  keys: PersonKeys,
  ids: readonly string[],
): Promise<HeldRecords> {
  const rows = await ask<Row>(from, HELD, { ids });
  const keyOf = await keys.find(rows.map(({ id }) => id));
  const held = rows.map((row): HeldForImport => {
    const profile = openProfile(row, keyOf.get(row.id));
    const marks = row.importedAs === null ? null : (JSON.parse(row.importedAs) as ImportMarks);
    return {
      id: row.id,
      profile,
      marks,
      consents: row.consents.map(({ isOwn: _, ...consent }) => consent),
      version: versionOf(row),
    };
  });
  const lost = held.filter(({ profile }) => profile === null).map(({ id }) => id);
  return {
    held: new Map(held.map((record) => [record.id, record])),
    erased: new Set([...(await findErased(from, ids)), ...lost]),
  };
}

/**
 * Sealed texts are others after every write, also where they say the same. Of other records of the same person only what
 * they withdrew counts: the same file may bring them consents.
 */
function versionOf(row: Row): string {
  const consents = row.consents.filter(({ isOwn, withdrawnOn }) => isOwn || withdrawnOn !== null);
  return createHash('sha256')
    .update(JSON.stringify({ ...row, consents }))
    .digest('base64url');
}
