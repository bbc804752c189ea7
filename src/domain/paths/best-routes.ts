import type { ActorNetwork } from './actor-network.ts';

/** What makes one route better than another of the same length: less of the first, then of the second, then of the third. */
export interface Worth {
  /** Hubs between the ends. */
  readonly hubs: number;
  /** Place of the weakest hop's basis in the vocabulary. */
  readonly weakness: number;
  /** Participations of the actors between the ends, added up. */
  readonly degrees: number;
}

export interface Route extends Worth {
  /** Both ends included. */
  readonly actors: readonly string[];
}

export interface RouteSearch {
  readonly sources: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** The exact number of hops. */
  readonly hops: number;
  /** Each of these is served by an actor of its own between the ends, in this order. */
  readonly via: readonly ReadonlySet<string>[];
  /** Whether an actor may stand between the ends. */
  readonly mayPass: (actor: string) => boolean;
  readonly limit: number;
}

export interface BestRoutes {
  /** The best first. */
  readonly routes: readonly Route[];
  /** True where the search was given up before everything was tried. */
  readonly isCut: boolean;
}

/** Beginnings of routes that are looked at before the search is given up. */
const MOST_STEPS = 100_000;

/**
 * The best routes of exactly so many hops in which no actor comes twice, by worth, then by the ids of their actors.
 * Depth first, the most promising actor first; a beginning is left as soon as the best that could still become of it is
 * no better than the routes found. Time is bounded by the steps, memory by the network.
 */
export function bestRoutes(network: ActorNetwork, search: RouteSearch, mostSteps = MOST_STEPS): BestRoutes {
  return new Search(network, search, mostSteps).run();
}

interface Step {
  readonly actor: string;
  /** How many of `via` are served once this actor is reached. */
  readonly served: number;
  /** The worth of the route up to this actor. */
  readonly soFar: Worth;
  /** No route that goes on from here is better. */
  readonly bound: Worth;
}

const NOTHING: Worth = { hubs: 0, weakness: 0, degrees: 0 };

class Search {
  readonly #found: Route[] = [];
  /** What is left of a route at best, by hops left, places served and actor; null where no target is reached. */
  readonly #rest = new Map<string, Worth | null>();
  #steps = 0;

  constructor(
    readonly network: ActorNetwork,
    readonly search: RouteSearch,
    readonly mostSteps: number,
  ) {}

  run(): BestRoutes {
    const { sources, hops } = this.search;
    const starts = [...sources].map((actor) => this.#step(actor, hops, 0, NOTHING));
    this.#follow(starts, [], hops);
    return { routes: this.#found, isCut: this.#steps > this.mostSteps };
  }

  #follow(steps: readonly (Step | null)[], trail: readonly string[], left: number): void {
    const promising = steps.filter((step) => step !== null).sort(byPromise);
    for (const step of promising) {
      const actors = [...trail, step.actor];
      if (this.#isBeaten(step.bound, actors)) continue;
      this.#steps += 1;
      if (this.#steps > this.mostSteps) return;
      if (left === 0) this.#keep({ ...step.soFar, actors });
      else this.#follow(this.#stepsFrom(step, actors, left), actors, left - 1);
    }
  }

  #stepsFrom({ actor, served, soFar }: Step, trail: readonly string[], left: number): (Step | null)[] {
    const steps: (Step | null)[] = [];
    for (const [next, hop] of this.network.neighbours(actor)) {
      if (trail.includes(next) || !this.#mayFollow(next, left - 1)) continue;
      const weakness = Math.max(soFar.weakness, hop);
      const own = left === 1 ? NOTHING : this.#ownWorth(next);
      steps.push(this.#step(next, left - 1, this.#serve(next, served, left - 1), add({ ...soFar, weakness }, own)));
    }
    return steps;
  }

  #step(actor: string, left: number, served: number, soFar: Worth): Step | null {
    const rest = this.#restFrom(actor, left, served);
    return rest && { actor, served, soFar, bound: add(soFar, rest) };
  }

  /** Each part of the worth is the least of any walk from here to a target, so no route that goes on from here has less. */
  #restFrom(actor: string, left: number, served: number): Worth | null {
    if (left === 0) return served === this.search.via.length ? NOTHING : null;
    const key = `${left} ${served} ${actor}`;
    const known = this.#rest.get(key);
    if (known !== undefined) return known;
    let least: Worth | null = null;
    for (const [next, weakness] of this.network.neighbours(actor)) {
      if (!this.#mayFollow(next, left - 1)) continue;
      const rest = this.#restFrom(next, left - 1, this.#serve(next, served, left - 1));
      if (rest === null) continue;
      const own = left === 1 ? NOTHING : this.#ownWorth(next);
      least = leastOf(least, add({ ...own, weakness }, rest));
    }
    this.#rest.set(key, least);
    return least;
  }

  #mayFollow(actor: string, left: number): boolean {
    return left === 0 ? this.search.targets.has(actor) : this.search.mayPass(actor);
  }

  /** The earliest actor that can serve a place serves it: a later one would leave fewer for the places after it. */
  #serve(actor: string, served: number, left: number): number {
    return left > 0 && this.search.via[served]?.has(actor) ? served + 1 : served;
  }

  #ownWorth(actor: string): Worth {
    return { hubs: this.network.isHub(actor) ? 1 : 0, weakness: 0, degrees: this.network.degree(actor) };
  }

  #isBeaten(bound: Worth, beginning: readonly string[]): boolean {
    const last = this.#found[this.search.limit - 1];
    if (!last) return false;
    return (compareWorth(bound, last) || compareIds(beginning, last.actors.slice(0, beginning.length))) > 0;
  }

  #keep(route: Route): void {
    this.#found.push(route);
    this.#found.sort((one, other) => compareWorth(one, other) || compareIds(one.actors, other.actors));
    this.#found.length = Math.min(this.#found.length, this.search.limit);
  }
}

function add(one: Worth, other: Worth): Worth {
  return {
    hubs: one.hubs + other.hubs,
    weakness: Math.max(one.weakness, other.weakness),
    degrees: one.degrees + other.degrees,
  };
}

function leastOf(one: Worth | null, other: Worth): Worth {
  if (one === null) return other;
  return {
    hubs: Math.min(one.hubs, other.hubs),
    weakness: Math.min(one.weakness, other.weakness),
    degrees: Math.min(one.degrees, other.degrees),
  };
}

function byPromise(one: Step, other: Step): number {
  return compareWorth(one.bound, other.bound) || compareIds([one.actor], [other.actor]);
}

function compareWorth(one: Worth, other: Worth): number {
  return one.hubs - other.hubs || one.weakness - other.weakness || one.degrees - other.degrees;
}

function compareIds(one: readonly string[], other: readonly string[]): number {
  const place = one.findIndex((id, index) => id !== other[index]);
  return place === -1 ? 0 : (one[place] ?? '') < (other[place] ?? '') ? -1 : 1;
}
