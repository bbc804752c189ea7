/** An actor with more participations than this is a hub: what lies behind it is connected by chance more often than by intent. */
export const MOST_OF_A_NORMAL_ACTOR = 500;

/** That two actors take part in a same activity. */
export interface ActorLink {
  readonly from: string;
  readonly to: string;
  /** Place of the hop's basis in the vocabulary: 0 is the strongest. */
  readonly weakness: number;
  /** How many participations `to` has in all. */
  readonly degree: number;
}

/** Actors and the hops between them, as far as they have been read. A hop leads both ways. */
export class ActorNetwork {
  readonly #hops = new Map<string, Map<string, number>>();
  readonly #degrees = new Map<string, number>();

  /** Takes note of an actor's number of participations. */
  setDegree(actor: string, degree: number): void {
    this.#degrees.set(actor, degree);
  }

  add(links: readonly ActorLink[]): void {
    for (const { from, to, weakness, degree } of links) {
      this.#degrees.set(to, degree);
      this.#hopsOf(from).set(to, weakness);
      this.#hopsOf(to).set(from, weakness);
    }
  }

  /** The actors one hop away, each with the weakness of the hop. */
  neighbours(actor: string): ReadonlyMap<string, number> {
    return this.#hops.get(actor) ?? NOBODY;
  }

  degree(actor: string): number {
    return this.#degrees.get(actor) ?? 0;
  }

  isHub(actor: string): boolean {
    return this.degree(actor) > MOST_OF_A_NORMAL_ACTOR;
  }

  #hopsOf(actor: string): Map<string, number> {
    const known = this.#hops.get(actor);
    if (known) return known;
    const hops = new Map<string, number>();
    this.#hops.set(actor, hops);
    return hops;
  }
}

const NOBODY: ReadonlyMap<string, number> = new Map();
