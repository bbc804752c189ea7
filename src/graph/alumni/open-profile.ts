import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import { unseal } from '../../domain/alumni/seal.ts';

/** What is held of a person; null where the key is gone, and nobody can read it any more. */
export function openProfile(
  { id, profile }: { readonly id: string; readonly profile: string },
  key: Buffer | undefined,
): AlumnusProfile | null {
  return key ? (JSON.parse(unseal(profile, key, `${id}/profile`)) as AlumnusProfile) : null;
}
