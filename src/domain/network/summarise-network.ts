import { countComponents } from './count-components.ts';
import type { ParticipationNetwork } from './participation-network.ts';
import { PartnerCounter } from './partner-counter.ts';

export interface ConnectedActor {
  readonly actorId: string;
  readonly participations: number;
  /** Null where they were too many to be counted. */
  readonly partners: number | null;
}

export interface NetworkSummary {
  readonly actors: number;
  readonly activities: number;
  readonly participations: number;
  readonly components: number | null;
  readonly largestComponent: number | null;
  readonly density: number | null;
  readonly mostParticipations: readonly ConnectedActor[];
  readonly mostPartners: readonly ConnectedActor[];
  readonly evidencedShare: number | null;
}

/** How many actors the two lists name. */
const NAMED = 10;

/** Size, parts and most connected actors. Where the network is not whole, or takes more than `mostSteps` to be walked, its parts and partners are null. */
export function summariseNetwork(network: ParticipationNetwork, mostSteps: number): NetworkSummary {
  const { actorIds, participations, activityCount, participationCount, pairCount, evidencedCount, members } = network;
  const counter = members && new PartnerCounter(actorIds.length, members);
  const busiest = firstOf(actorIds, (actor) => participations[actor] as number);
  const widest = counter && mostPartners(actorIds, counter, mostSteps);
  const isWalked = members !== null && counter !== null && widest !== null;
  const parts = isWalked ? countComponents(actorIds.length, members) : null;
  const connected = (actor: number): ConnectedActor => ({
    actorId: actorIds[actor] as string,
    participations: participations[actor] as number,
    partners: isWalked ? counter.count(actor) : null,
  });
  return {
    actors: actorIds.length,
    activities: activityCount,
    participations: participationCount,
    components: parts?.count ?? null,
    largestComponent: parts?.largest ?? null,
    density: share(pairCount, actorIds.length * activityCount),
    mostParticipations: busiest.map(connected),
    mostPartners: (widest ?? []).map(connected),
    evidencedShare: share(evidencedCount, participationCount),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The actors with the highest values; equal ones by their ids. */
function firstOf(actorIds: readonly string[], rank: (actor: number) => number): number[] {
  return [...actorIds.keys()].sort(byValue(actorIds, rank)).slice(0, NAMED);
}

/**
 * The actors with most distinct partners; null where that takes too many steps. They are counted beginning with those
 * that may have most, until none that is left can be among the first.
 */
function mostPartners(actorIds: readonly string[], counter: PartnerCounter, mostSteps: number): number[] | null {
  const counts = new Map<number, number>();
  const countOf = (actor: number) => counts.get(actor) ?? (counter.bounds[actor] as number);
  const compare = byValue(actorIds, countOf);
  let first: number[] = [];
  for (const actor of [...actorIds.keys()].sort(byValue(actorIds, (each) => counter.bounds[each] as number))) {
    const last = first[NAMED - 1];
    if (last !== undefined && compare(last, actor) < 0) break;
    counts.set(actor, counter.count(actor));
    if (counter.steps > mostSteps) return null;
    first = [...first, actor].sort(compare).slice(0, NAMED);
  }
  return first;
}

function byValue(actorIds: readonly string[], rank: (actor: number) => number) {
  return (one: number, other: number): number =>
    rank(other) - rank(one) || ((actorIds[one] as string) < (actorIds[other] as string) ? -1 : 1);
}
