import { createHash } from 'node:crypto';
import { Tally } from '../tally.ts';
import type { NamedActivity } from './record-mapping.ts';

/** A short key of an activity's identifier. */
type ActivityKey = string;

/**
 * Which activities the file holds, and which of those that are named elsewhere in it are among them. What it keeps of a
 * file is about a twentieth of its size: a key for each activity, and for each that was named and has not come yet.
 */
export class ActivityRegister {
  readonly #present = new Set<ActivityKey>();
  /** How often activities were named that have not come yet, by the way they were named. */
  readonly #waiting = new Map<
    string,
    { readonly group: string; readonly key: string; readonly counts: Map<ActivityKey, number> }
  >();
  readonly #tally = new Tally();

  /** False where the identifier has been there before. */
  add(identifier: string): boolean {
    const activity = keyOf(identifier);
    if (this.#present.has(activity)) return false;
    this.#present.add(activity);
    for (const { group, key, counts } of this.#waiting.values()) {
      this.#tally.count(group, `${key}, in the file`, counts.get(activity) ?? 0);
      counts.delete(activity);
    }
    return true;
  }

  addNamed({ group, key, identifier }: NamedActivity): void {
    const activity = keyOf(identifier);
    const isPresent = this.#present.has(activity);
    this.#tally.count(group, `${key}, in the file`, isPresent ? 1 : 0);
    this.#tally.count(group, `${key}, not in the file`, 0);
    if (isPresent) return;
    const way = `${group}|${key}`;
    const { counts } = this.#waiting.get(way) ?? { counts: new Map<ActivityKey, number>() };
    this.#waiting.set(way, { group, key, counts: counts.set(activity, (counts.get(activity) ?? 0) + 1) });
  }

  /** How many of the named activities are in the file, and how many are not; meaningful once the file has been read. */
  tally(): Tally {
    const tally = new Tally();
    tally.addAll(this.#tally);
    for (const { group, key, counts } of this.#waiting.values()) {
      for (const count of counts.values()) tally.count(group, `${key}, not in the file`, count);
    }
    return tally;
  }
}

/** 72 bits tell more activities apart than there are; up to twelve letters JavaScript keeps without the text they are cut from. */
function keyOf(identifier: string): ActivityKey {
  return createHash('sha256').update(identifier).digest('base64url').slice(0, 12);
}
