import {
  compareIds,
  extendWalks,
  type FundingChain,
  type FundingWalk,
  isChain,
  lastOf,
  MOST_CHAIN_LINKS,
  type WaysOn,
} from '../../../domain/funding/funding-chain.ts';
import { WorkBudget } from '../../../domain/funding/work-budget.ts';
import type { Graph } from '../../open-graph.ts';
import { type FundingChainCriteria, type FundingRegion, readFundingRegion } from './read-funding-region.ts';

/** Links that are read, and walks that are followed, for one answer. */
const MOST_LINKS = 20_000;
const MOST_WALKS = 20_000;

const NARROW =
  'name activities, funders, implementers or recipients, or fewer of them, in filter; and leave out totalCount';

/**
 * All chains that fit, in their order: the part of the graph that holds them is read, and walked in memory. What is
 * larger than the limits is refused: the cost grows with the links around what the question names, not with the graph.
 */
export async function enumerateFundingChains(
  graph: Graph,
  criteria: FundingChainCriteria,
  signal?: AbortSignal,
): Promise<FundingChain[]> {
  const links = new WorkBudget(MOST_LINKS, `links between activities would have to be read: ${NARROW}`);
  const walks = new WorkBudget(MOST_WALKS, `beginnings of chains would have to be followed: ${NARROW}`);
  const region = await readFundingRegion(graph, criteria, links, signal);
  const named = new Set(criteria.activities);
  return walkAll(region, named, walks)
    .filter(({ activities }) => named.size === 0 || activities.some((id) => named.has(id)))
    .sort((one, other) => compareIds(one.activities, other.activities));
}

function walkAll({ starts, waysOn, ends, distances }: FundingRegion, named: ReadonlySet<string>, budget: WorkBudget) {
  const mayCome = (walk: FundingWalk) =>
    distances === null ||
    walk.activities.some((id) => named.has(id)) ||
    (distances.get(lastOf(walk)) ?? Number.POSITIVE_INFINITY) + walk.activities.length - 1 <= MOST_CHAIN_LINKS;
  let walks: FundingWalk[] = starts.map((id) => ({ activities: [id], ending: null }));
  const waysOnOf = (walk: FundingWalk): WaysOn => ({
    to: waysOn.get(lastOf(walk)) ?? [],
    isPhantom: ends.get(lastOf(walk))?.isPhantom ?? false,
  });
  while (walks.some(({ ending }) => ending === null)) {
    const further: FundingWalk[] = [];
    for (const walk of extendWalks(walks, waysOnOf)) {
      budget.spend(1);
      if (mayCome(walk)) further.push(walk);
    }
    walks = further;
  }
  return walks.filter(isChain).filter((walk) => ends.get(lastOf(walk))?.isWanted);
}
