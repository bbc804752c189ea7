import { MOST_CHAIN_LINKS } from '../../../domain/funding/funding-chain.ts';
import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import type { FundingLinkSource } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';
import { describeFundingEnds, type FundingEnd, findFundingEnds } from './find-funding-ends.ts';
import { findFundingStarts } from './find-funding-starts.ts';
import { type FundingLevels, readFundingLevels } from './read-funding-levels.ts';
import type { Direction } from './read-funding-links.ts';

export interface FundingChainCriteria {
  readonly sources: readonly FundingLinkSource[];
  readonly funders: readonly string[] | null;
  readonly implementers: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  readonly activities: readonly string[] | null;
}

/** A part of the graph in memory that holds every chain asked for. */
export interface FundingRegion {
  readonly starts: readonly string[];
  /** Where money goes from each activity. Complete for those that have an end. */
  readonly waysOn: ReadonlyMap<string, readonly string[]>;
  /** The activities that may be the last of a chain asked for. */
  readonly ends: ReadonlyMap<string, FundingEnd>;
  /** How many links lead at least to what is asked for; null where every walk may come to it. */
  readonly distances: ReadonlyMap<string, number> | null;
}

/** More first activities than these are not followed down one by one; the search begins at the last ones instead. */
const FEW_STARTS = 1_000;

/**
 * What lies around the activities named; otherwise below what the funders asked for fund, or above the last activities
 * asked for. One read a level and direction.
 */
export async function readFundingRegion(
  graph: Graph,
  criteria: FundingChainCriteria,
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<FundingRegion> {
  const { activities, implementers, recipients, funders } = criteria;
  const read: Reading = { graph, criteria, budget, signal };
  if (activities) return aroundActivities(read, activities);
  if (!implementers && !recipients) return belowStarts(read, await startsOf(read, budget.left));
  const starts = funders ? await startsOf(read, FEW_STARTS + 1) : [];
  return funders && starts.length <= FEW_STARTS ? belowStarts(read, starts) : aboveEnds(read);
}

interface Reading {
  readonly graph: Graph;
  readonly criteria: FundingChainCriteria;
  readonly budget: WorkBudget;
  readonly signal: AbortSignal | undefined;
}

async function startsOf({ graph, criteria, budget, signal }: Reading, limit: number): Promise<string[]> {
  const starts = await findFundingStarts(graph, { ...criteria, among: null }, { since: '', limit }, budget, signal);
  budget.spend(starts.length);
  return starts;
}

/** Down from where chains begin. */
async function belowStarts(read: Reading, starts: readonly string[]): Promise<FundingRegion> {
  const { links: waysOn } = await levelsOf(read, starts, 'DOWN', MOST_CHAIN_LINKS + 1);
  const ends = await describeFundingEnds(read.graph, read.criteria, [...waysOn.keys()], read.signal);
  return { starts, waysOn, ends, distances: null };
}

/** Up and down from the activities named. */
async function aroundActivities(read: Reading, ids: readonly string[]): Promise<FundingRegion> {
  const { links } = await levelsOf(read, ids, 'DOWN', MOST_CHAIN_LINKS + 1);
  const ends = await describeFundingEnds(read.graph, read.criteria, [...links.keys()], read.signal);
  return { ...(await above(read, ids, links)), ends };
}

/** Up from the last activities asked for. */
async function aboveEnds(read: Reading): Promise<FundingRegion> {
  const ends = await findFundingEnds(read.graph, read.criteria, read.budget, read.signal);
  const ids = [...ends.keys()];
  const { links } = await levelsOf(read, ids, 'DOWN', 1);
  return { ...(await above(read, ids, links)), ends };
}

/** What leads to the activities, put to the ways on that are known already. */
async function above(read: Reading, ids: readonly string[], waysOn: FundingLevels['links']) {
  const { graph, criteria, budget, signal } = read;
  const { links: givers, distances } = await levelsOf(read, ids, 'UP', MOST_CHAIN_LINKS);
  const asked = { ...criteria, among: [...distances.keys()] };
  const page = { since: '', limit: distances.size };
  const starts = await findFundingStarts(graph, asked, page, budget, signal);
  return { starts, waysOn: withGivers(waysOn, givers), distances };
}

function levelsOf(read: Reading, ids: readonly string[], direction: Direction, levels: number): Promise<FundingLevels> {
  const { graph, criteria, budget, signal } = read;
  return readFundingLevels(graph, criteria.sources, { ids, direction, levels }, budget, signal);
}

function withGivers(waysOn: FundingLevels['links'], givers: FundingLevels['links']): FundingLevels['links'] {
  const all = new Map([...waysOn].map(([id, to]) => [id, new Set(to)]));
  for (const [to, froms] of givers) {
    for (const from of froms) all.set(from, (all.get(from) ?? new Set()).add(to));
  }
  return new Map([...all].map(([id, to]) => [id, [...to]]));
}
