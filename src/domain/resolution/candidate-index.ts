import { blockingKeys } from './blocking-keys.ts';
import type { OrganisationProfile } from './organisation-profile.ts';

/** More records under one key are not compared for that key: the key tells nothing. Codes and whole texts are exempt. */
const LARGEST_BLOCK = 60;

/** Which records share a blocking key, for look-ups of one against many. */
export class CandidateIndex {
  readonly #blocks = new Map<string, OrganisationProfile[]>();

  constructor(profiles: readonly OrganisationProfile[]) {
    for (const profile of profiles) {
      for (const key of blockingKeys(profile)) {
        const block = this.#blocks.get(key);
        if (block) block.push(profile);
        else this.#blocks.set(key, [profile]);
      }
    }
  }

  /** The records worth comparing with this one, each once, without itself. */
  candidatesFor(profile: OrganisationProfile): OrganisationProfile[] {
    const found = new Set<OrganisationProfile>();
    for (const key of blockingKeys(profile)) {
      const block = this.#blocks.get(key) ?? [];
      if (block.length > LARGEST_BLOCK && !isExact(key)) continue;
      for (const candidate of block) if (candidate.id !== profile.id) found.add(candidate);
    }
    return [...found];
  }
}

function isExact(key: string): boolean {
  return key.startsWith('code ') || key.startsWith('text ');
}
