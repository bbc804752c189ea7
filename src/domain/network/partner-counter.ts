import type { Members } from './participation-network.ts';

/** Counts with how many distinct actors an actor shares an activity. */
export class PartnerCounter {
  /** By actor: its activities, one after another. */
  readonly #activities: Int32Array;
  readonly #starts: Int32Array;
  /** By actor: the last count in which it was met. */
  readonly #metIn: Int32Array;
  #counts = 0;
  /** No actor has more partners than its activities have other members in all. */
  readonly bounds: Float64Array;
  /** Members looked at so far. */
  steps = 0;

  constructor(
    actorCount: number,
    readonly members: Members,
  ) {
    this.#starts = new Int32Array(actorCount + 1);
    this.#activities = new Int32Array(members.actors.length);
    this.#metIn = new Int32Array(actorCount);
    this.bounds = new Float64Array(actorCount);
    for (const actor of members.actors) this.#starts[actor + 1] = (this.#starts[actor + 1] as number) + 1;
    for (let actor = 0; actor < actorCount; actor += 1)
      this.#starts[actor + 1] = (this.#starts[actor + 1] as number) + (this.#starts[actor] as number);
    const next = this.#starts.slice();
    members.ends.forEach((end, activity) => {
      const start = this.#startOf(activity);
      for (let member = start; member < end; member += 1) {
        const actor = members.actors[member] as number;
        this.#activities[next[actor] as number] = activity;
        next[actor] = (next[actor] as number) + 1;
        this.bounds[actor] = (this.bounds[actor] as number) + end - start - 1;
      }
    });
  }

  count(actor: number): number {
    let found = 0;
    this.#counts += 1;
    this.#metIn[actor] = this.#counts;
    for (let place = this.#starts[actor] as number; place < (this.#starts[actor + 1] as number); place += 1) {
      const activity = this.#activities[place] as number;
      const end = this.members.ends[activity] as number;
      const start = this.#startOf(activity);
      this.steps += end - start;
      for (let member = start; member < end; member += 1) {
        const other = this.members.actors[member] as number;
        if (this.#metIn[other] === this.#counts) continue;
        this.#metIn[other] = this.#counts;
        found += 1;
      }
    }
    return found;
  }

  #startOf(activity: number): number {
    return activity === 0 ? 0 : (this.members.ends[activity - 1] as number);
  }
}
