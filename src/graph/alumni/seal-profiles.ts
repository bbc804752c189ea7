import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import { sealProfile } from './seal-profile.ts';

/** Writes what is held of somebody anew, each record sealed with its own key. It is to be filed after that. */
export async function sealProfiles(
  transaction: ManagedTransaction,
  records: readonly { readonly id: string; readonly key: Buffer; readonly profile: AlumnusProfile }[],
): Promise<void> {
  const rows = records.map(({ id, key, profile }) => ({ id, profile: sealProfile(id, profile, key) }));
  await transaction.run('UNWIND $rows AS row MATCH (person:Alumnus {id: row.id}) SET person.profile = row.profile', {
    rows,
  });
}
