import type { ManagedTransaction } from 'neo4j-driver';
import { DRAWERS, drawersOf } from '../../domain/alumni/drawers.ts';
import { indexWords } from '../../domain/alumni/name-words.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { blind } from '../../domain/alumni/seal.ts';
import { blindDrawer } from './blind-drawer.ts';
import { type HeldPerson, readHeldPersons } from './held-person.ts';
import { moveAlumniVersion } from './move-alumni-version.ts';
import { removeEmptyDrawers } from './remove-empty-drawers.ts';

/**
 * Files these records anew, each with what was merged into it; one that is itself merged into another, and one whose key
 * is gone, is filed nowhere and so never found. To be called after whatever was changed of them, in the same transaction;
 * what was counted is out of date by it.
 */
export async function fileAlumni(
  transaction: ManagedTransaction,
  keys: PersonKeys,
  ids: readonly string[],
): Promise<void> {
  const indexKey = await keys.indexKey();
  const persons = await readHeldPersons(transaction, keys, ids);
  const { records } = await transaction.run<{ drawer: string }>(
    `UNWIND $ids AS id
     MATCH (person:Alumnus {id: id})
     REMOVE person.nameWords, person.drawerWords
     WITH person
     MATCH (person)-[filed:FILED_UNDER]->()
     WITH filed, filed.drawer AS drawer
     DELETE filed
     RETURN DISTINCT drawer`,
    { ids },
  );
  const filed = persons.map((person) => toFiled(person, indexKey));
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
  const full = new Set(filed.flatMap(({ drawers }) => drawers));
  const left = records.map((record) => record.get('drawer')).filter((drawer) => !full.has(drawer));
  await removeEmptyDrawers(transaction, left);
  await moveAlumniVersion(transaction);
}

function toFiled({ id, records, profile, isSynthetic }: HeldPerson, indexKey: Buffer) {
  const standing = records.flatMap(({ consents }) => consents).filter(({ withdrawnOn }) => withdrawnOn === null);
  const drawers = [...drawersOf(profile, standing), DRAWERS.synthetic(isSynthetic)];
  const drawerWords = drawers.map((drawer) => blindDrawer(drawer, indexKey));
  const words = indexWords(profile.names).map((word) => blind(word, indexKey));
  return { id, drawers, drawerWords: drawerWords.toSorted().join(' '), words: words.join(' ') };
}
