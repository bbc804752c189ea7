import type { ManagedTransaction } from 'neo4j-driver';
import type { Consent } from '../../domain/alumni/consent.ts';
import { DRAWERS, drawersOf } from '../../domain/alumni/drawers.ts';
import { joinProfiles } from '../../domain/alumni/join-profiles.ts';
import { indexWords } from '../../domain/alumni/name-words.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { blind } from '../../domain/alumni/seal.ts';
import { blindDrawer } from './blind-drawer.ts';
import { openProfile } from './open-profile.ts';

interface Row {
  readonly id: string;
  /** The record itself first. */
  readonly members: readonly { readonly id: string; readonly profile: string }[];
  readonly consents: readonly Consent[];
  readonly isSynthetic: boolean;
}

/**
 * Files these records anew, each with what was merged into it; one that is itself merged into another, and one whose key
 * is gone, is filed nowhere and so never found. To be called after whatever was changed of them, in the same transaction.
 */
export async function fileAlumni(
  transaction: ManagedTransaction,
  keys: PersonKeys,
  ids: readonly string[],
): Promise<void> {
  const { records } = await transaction.run<Row>(
    `UNWIND $ids AS id
     MATCH (person:Alumnus {id: id}) WHERE person.mergedInto IS NULL
     OPTIONAL MATCH (merged:Alumnus {mergedInto: id})
     WITH person, [person] + collect(merged) AS members
     RETURN person.id AS id, coalesce(person.isSynthetic, false) AS isSynthetic,
            [member IN members | member {.id, .profile}] AS members,
            COLLECT { UNWIND members AS member MATCH (member)-[:GAVE]->(consent:Consent)
                      WHERE consent.withdrawnOn IS NULL RETURN consent {.*} } AS consents`,
    { ids },
  );
  const rows = records.map((record) => record.toObject());
  const keyOf = await keys.find(rows.flatMap(({ members }) => members.map(({ id }) => id)));
  const indexKey = await keys.indexKey();
  const filed = rows.flatMap(({ id, members, consents, isSynthetic }) => {
    const profile = joinProfiles(members.flatMap((member) => openProfile(member, keyOf.get(member.id)) ?? []));
    if (profile === null) return [];
    const words = indexWords(profile.names).map((word) => blind(word, indexKey));
    const drawers = [...drawersOf(profile, consents), DRAWERS.synthetic(isSynthetic)];
    const drawerWords = drawers.map((drawer) => blindDrawer(drawer, indexKey));
    return { id, drawers, drawerWords: drawerWords.toSorted().join(' '), words: words.join(' ') };
  });
  await transaction.run(
    `UNWIND $ids AS id
     MATCH (person:Alumnus {id: id})
     REMOVE person.nameWords, person.drawerWords
     WITH person
     MATCH (person)-[filed:FILED_UNDER]->()
     DELETE filed`,
    { ids },
  );
  await transaction.run(
    `UNWIND $filed AS row
     MATCH (person:Alumnus {id: row.id})
     SET person.nameWords = row.words, person.drawerWords = row.drawerWords
     WITH person, row
     UNWIND row.drawers AS name
     MERGE (drawer:AlumniDrawer {id: name})
     CREATE (person)-[:FILED_UNDER {drawer: name, alumnus: row.id}]->(drawer)`,
    { filed },
  );
}
