/** What one activity adds to the network. */
export interface ActivityMembers {
  /** The ids of its participants, each as often as it has roles. */
  readonly actorIds: readonly string[];
  /** How many of these participations carry a statement. */
  readonly evidenced: number;
}

/** Actors by activity, as small numbers one after another: the members of activity `n` end before `ends[n]`. */
export interface Members {
  readonly actors: readonly number[];
  readonly ends: readonly number[];
}

/** Who takes part in what, with room for millions of participations. Actors go by numbers, in the order they are met. */
export class ParticipationNetwork {
  readonly actorIds: string[] = [];
  /** By the actor's number. */
  readonly participations: number[] = [];
  activityCount = 0;
  participationCount = 0;
  /** Distinct pairs of actor and activity. */
  pairCount = 0;
  evidencedCount = 0;
  readonly #numbers = new Map<string, number>();
  readonly #members = { actors: [] as number[], ends: [] as number[] };

  /** Of more than so many pairs only the counts are kept. */
  constructor(readonly mostPairs: number) {}

  /** Null where there are too many to be kept. */
  get members(): Members | null {
    return this.pairCount > this.mostPairs ? null : this.#members;
  }

  add({ actorIds, evidenced }: ActivityMembers): void {
    if (actorIds.length === 0) return;
    const distinct = new Set(actorIds.map((id) => this.#count(id)));
    this.activityCount += 1;
    this.participationCount += actorIds.length;
    this.pairCount += distinct.size;
    this.evidencedCount += evidenced;
    if (this.members === null) return;
    for (const actor of distinct) this.#members.actors.push(actor);
    this.#members.ends.push(this.#members.actors.length);
  }

  #count(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) {
      this.participations[known] = (this.participations[known] ?? 0) + 1;
      return known;
    }
    this.#numbers.set(id, this.actorIds.length);
    this.participations.push(1);
    return this.actorIds.push(id) - 1;
  }
}
