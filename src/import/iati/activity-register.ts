import { stableKey } from '../../domain/identity.ts';
import { Tally } from '../tally.ts';
import type { NamedActivity } from './activity-mapping.ts';

/**
 * Which activities the file holds, and which of those that are named elsewhere in it are among them.
 * Keeps a short key for each identifier: about a hundredth of the size of the file.
 */
export class ActivityRegister {
  readonly #present = new Set<string>();
  readonly #waiting = new Map<
    string,
    { readonly group: string; readonly key: string; readonly target: string; count: number }
  >();

  /** False where the identifier has been there before. */
  add(identifier: string): boolean {
    const key = stableKey(identifier);
    if (this.#present.has(key)) return false;
    this.#present.add(key);
    return true;
  }

  addNamed({ group, key, identifier }: NamedActivity): void {
    const target = stableKey(identifier);
    const id = `${group}|${key}|${target}`;
    const known = this.#waiting.get(id);
    if (known === undefined) this.#waiting.set(id, { group, key, target, count: 1 });
    else known.count += 1;
  }

  /** How many of the named activities are in the file, and how many are not; meaningful once the file has been read. */
  tally(): Tally {
    const tally = new Tally();
    for (const { group, key, target, count } of this.#waiting.values()) {
      const isPresent = this.#present.has(target);
      tally.count(group, `${key}, in the file`, isPresent ? count : 0);
      tally.count(group, `${key}, not in the file`, isPresent ? 0 : count);
    }
    return tally;
  }
}
