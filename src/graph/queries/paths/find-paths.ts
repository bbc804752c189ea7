import { type ActorLink, ActorNetwork } from '../../../domain/paths/actor-network.ts';
import { bestRoutes, type Route } from '../../../domain/paths/best-routes.ts';
import { cheapest } from '../../../domain/paths/cheapest.ts';
import type { ParticipationFilter } from '../../cypher/participation-fits.ts';
import type { Graph } from '../../open-graph.ts';
import { FEW_PARTICIPATIONS, findActorLinks } from './find-actor-links.ts';
import type { ActorsMeant } from './find-actors-meant.ts';

export interface PathCriteria {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
  readonly via: readonly string[];
  readonly avoid: readonly string[];
  readonly avoidHubs: boolean;
  readonly filter: ParticipationFilter;
}

export interface FoundPaths {
  /** The best first. */
  readonly routes: readonly Route[];
  /** True where a cap was met: there may be better routes. */
  readonly isCut: boolean;
  /** True where a hub was met that the routes had to go round. */
  readonly metHub: boolean;
}

/** What is known before the search. */
export interface ReadLinks {
  /** All links of both ends that can matter; null where they are to be read. */
  readonly links: readonly ActorLink[] | null;
  /** True where the links between the actors next to the two ends are among them. */
  readonly areJoined: boolean;
}

/** Participations that are read at one time, of the ends and of actors between them; those with fewest are read first. */
const MOST_OF_ENDS = 100_000;
const MOST_BETWEEN = 30_000;

/**
 * The best routes between two actors, shortest first. The search widens from both ends, always on the side where fewer
 * participations have to be read, and joins the two sides in the middle; it goes on to longer routes only as long as
 * fewer were found than are asked for. Hubs that must be gone round are not walked from. `meant` says who is meant by
 * each id of the criteria; what was `read` of the ends under these criteria is not read again.
 */
export async function findPaths(
  graph: Graph,
  criteria: PathCriteria,
  meant: ReadonlyMap<string, ActorsMeant>,
  signal?: AbortSignal,
  read?: ReadLinks,
): Promise<FoundPaths> {
  const search = new PathSearch(graph, criteria, meant, signal);
  if (read?.links) search.take(read.links, read.areJoined);
  const routes: Route[] = [];
  for (let hops = 1; hops <= criteria.maxHops && routes.length < criteria.limit; hops += 1) {
    await search.readUpTo(hops);
    routes.push(...search.routesOf(hops, criteria.limit - routes.length));
  }
  return { routes, isCut: search.isCut, metHub: search.metHub };
}

class PathSearch {
  isCut: boolean;
  metHub = false;
  readonly #network = new ActorNetwork();
  readonly #sources: ReadonlySet<string>;
  readonly #targets: ReadonlySet<string>;
  /** All that the two ends stand for, also what is avoided: none of them stands between the ends. */
  readonly #ends: ReadonlySet<string>;
  readonly #via: readonly ReadonlySet<string>[];
  readonly #avoided: ReadonlySet<string>;
  /** The actors to which the search has got from the one end, and from the other. */
  #sides: [near: readonly string[], far: readonly string[]];
  /** Actors all of whose links have been read. */
  readonly #known = new Set<string>();
  /** True where the links between the actors next to the two ends are known. */
  #areJoined = false;

  constructor(
    readonly graph: Graph,
    readonly criteria: PathCriteria,
    readonly meant: ReadonlyMap<string, ActorsMeant>,
    readonly signal: AbortSignal | undefined,
  ) {
    const { from, to, via, avoid } = criteria;
    const named = new Set([from, to, ...via]);
    this.#avoided = new Set(avoid.flatMap((id) => this.#membersOf(id)).filter((id) => !named.has(id)));
    const withoutAvoided = (id: string) => new Set(this.#membersOf(id).filter((member) => !this.#avoided.has(member)));
    [this.#sources, this.#targets] = [withoutAvoided(from), withoutAvoided(to)];
    this.#ends = new Set([from, to].flatMap((id) => this.#membersOf(id)));
    this.#sides = [[...this.#sources], [...this.#targets]];
    this.#via = via.map(withoutAvoided);
    this.isCut = [...named, ...avoid].some((id) => meant.get(id)?.isCut);
    for (const { degrees } of meant.values())
      for (const [actor, degree] of degrees) this.#network.setDegree(actor, degree);
  }

  /** Takes note of all links of both ends that can matter, and of whether those between their neighbours are among them. */
  take(links: readonly ActorLink[], areJoined: boolean): void {
    this.#network.add(links);
    for (const actor of [...this.#sources, ...this.#targets]) this.#known.add(actor);
    this.#areJoined = areJoined;
  }

  /**
   * Reads the links that routes of so many hops need beside those of shorter ones. Every second step widens one side by
   * one hop, which is also the last step of routes that are one hop long; what joins the two sides is read after it.
   */
  async readUpTo(hops: number): Promise<void> {
    const { maxHops } = this.criteria;
    if (hops === 1 && maxHops > 1) await this.#readAhead();
    if (hops !== 2 && maxHops > 1) await this.#widen();
    if (hops === 3 && this.#areJoined) return;
    if (hops > 1 || maxHops === 1) await this.#join();
  }

  /** Both sides at the same time where the dearer one is cheap too: what is known then is not read again step by step. */
  async #readAhead(): Promise<void> {
    const [cheap, dear] = this.#byCost();
    if (this.#costOf(dear) <= FEW_PARTICIPATIONS) await Promise.all([this.#read(cheap, null), this.#read(dear, null)]);
  }

  /** Goes one hop further on the side where that is cheaper. */
  async #widen(): Promise<void> {
    const [cheap, dear] = this.#byCost();
    await this.#read(cheap, null);
    this.#sides = [this.#besides(cheap), dear];
  }

  /** Reads the links between the two sides. */
  async #join(): Promise<void> {
    const [cheap, dear] = this.#byCost();
    await this.#read(cheap, dear);
  }

  routesOf(hops: number, limit: number): readonly Route[] {
    const { routes, isCut } = bestRoutes(this.#network, {
      sources: this.#sources,
      targets: this.#targets,
      hops,
      via: this.#via,
      mayPass: (actor) => this.#mayPass(actor),
      limit,
    });
    this.isCut ||= isCut;
    return routes;
  }

  async #read(actors: readonly string[], within: readonly string[] | null): Promise<void> {
    const unknown = actors.filter((actor) => !this.#known.has(actor));
    const most = unknown.every((actor) => this.#ends.has(actor)) ? MOST_OF_ENDS : MOST_BETWEEN;
    const of = cheapest(unknown, (actor) => this.#network.degree(actor), most);
    const first = [...this.#ends, ...this.#via.flatMap((members) => [...members])];
    const search = { of, within, without: [...this.#avoided], first };
    const { links, isCut } = await findActorLinks(this.graph, search, this.criteria.filter, this.signal);
    this.#network.add(links);
    if (within === null) for (const actor of of) this.#known.add(actor);
    this.isCut ||= isCut || of.length < unknown.length;
  }

  #byCost(): [cheap: readonly string[], dear: readonly string[]] {
    const [near, far] = this.#sides;
    return this.#costOf(near) <= this.#costOf(far) ? [near, far] : [far, near];
  }

  /** The participations that have to be read to know all links of the actors. */
  #costOf(actors: readonly string[]): number {
    return actors.reduce((sum, actor) => sum + (this.#known.has(actor) ? 0 : this.#network.degree(actor)), 0);
  }

  /** The actors next to these that a route may go through. */
  #besides(actors: readonly string[]): string[] {
    const neighbours = new Set(actors.flatMap((actor) => [...this.#network.neighbours(actor).keys()]));
    return [...neighbours].filter((actor) => this.#mayPass(actor));
  }

  #mayPass(actor: string): boolean {
    if (this.#ends.has(actor) || this.#avoided.has(actor)) return false;
    if (!this.criteria.avoidHubs || !this.#network.isHub(actor)) return true;
    const isNamed = this.#via.some((members) => members.has(actor));
    this.metHub ||= !isNamed;
    return isNamed;
  }

  #membersOf(id: string): string[] {
    return [...(this.meant.get(id)?.degrees.keys() ?? [])];
  }
}
