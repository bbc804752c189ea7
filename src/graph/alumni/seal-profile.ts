import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import { seal } from '../../domain/alumni/seal.ts';

/** A profile as it lies in the graph; `openProfile` reads it again. */
export function sealProfile(id: string, profile: AlumnusProfile, key: Buffer): string {
  return seal(JSON.stringify(profile), key, `${id}/profile`);
}
