import {
  extendWalks,
  type FundingChain,
  type FundingWalk,
  isChain,
  lastOf,
  MOST_CHAIN_LINKS,
  type WaysOn,
} from '../../../domain/funding/funding-chain.ts';
import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import { type FundingLinkSource, LINK_PARAMETERS, waysOnFrom } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';
import { findFundingStarts } from './find-funding-starts.ts';

export interface FundingChainPage {
  /** The ids of the chain after which the page begins; null for the first page. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** From the activity on, ways to ids from `since` on. */
interface Step {
  readonly id: string;
  readonly since: string;
}

const STEP = (sources: readonly FundingLinkSource[]) => `
  UNWIND $steps AS step
  MATCH (from:Activity {id: step.id})
  RETURN step.id AS id, step.since AS since, coalesce(from.isPhantom, false) AS isPhantom, COLLECT {
    ${waysOnFrom(sources)}
    WITH to WHERE to.id >= step.since
    RETURN to.id ORDER BY to.id LIMIT $limit
  } AS to`;

/**
 * A page of all chains, or of those whose first activity one of the actors funds, in their order. All walks of the
 * page go on together, one read a link. Each beginning leads to one chain at least, so no more of them are followed
 * than the page holds: the cost grows with the page, not with the graph.
 */
export async function listFundingChains(
  graph: Graph,
  { sources, funders }: { readonly sources: readonly FundingLinkSource[]; readonly funders: readonly string[] | null },
  { after, limit }: FundingChainPage,
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<FundingChain[]> {
  // The walk that the last page ended with may lead to nothing more.
  const most = limit + 1;
  const page = { since: after?.[0] ?? '', limit: most };
  const starts = await findFundingStarts(graph, { sources, funders, among: null }, page, budget, signal);
  let walks: FundingWalk[] = starts.map((id) => ({ activities: [id], ending: null }));
  while (walks.some(({ ending }) => ending === null)) {
    const steps = walks.filter(({ ending }) => ending === null).map((walk) => stepOf(walk, after));
    const waysOn = await readWaysOn(graph, sources, steps, most + MOST_CHAIN_LINKS, signal);
    walks = firstOf(
      extendWalks(walks, (walk) => waysOn.get(keyOf(stepOf(walk, after))) ?? NO_WAY),
      (walk) => !isBefore(walk, after),
      most,
    );
  }
  return walks.filter(isChain).slice(0, limit);
}

const NO_WAY: WaysOn = { to: [], isPhantom: false };

function stepOf(walk: FundingWalk, after: readonly string[] | null): Step {
  const since = after && isBeginningOf(walk.activities, after) ? after[walk.activities.length] : undefined;
  return { id: lastOf(walk), since: since ?? '' };
}

/** A walk that is over before the chain at the cursor is, or with it, has been shown or lies before it. */
function isBefore({ activities, ending }: FundingWalk, after: readonly string[] | null): boolean {
  return ending !== null && after !== null && isBeginningOf(activities, after);
}

function firstOf(walks: Iterable<FundingWalk>, isWanted: (walk: FundingWalk) => boolean, most: number): FundingWalk[] {
  const first: FundingWalk[] = [];
  for (const walk of walks) {
    if (first.length === most) break;
    if (isWanted(walk)) first.push(walk);
  }
  return first;
}

function isBeginningOf(ids: readonly string[], whole: readonly string[]): boolean {
  return ids.every((id, index) => id === whole[index]);
}

function keyOf({ id, since }: Step): string {
  return JSON.stringify([id, since]);
}

async function readWaysOn(
  graph: Graph,
  sources: readonly FundingLinkSource[],
  steps: readonly Step[],
  limit: number,
  signal?: AbortSignal,
): Promise<Map<string, WaysOn>> {
  const distinct = [...new Map(steps.map((step) => [keyOf(step), step])).values()];
  const parameters = { ...LINK_PARAMETERS, steps: distinct, limit };
  const rows = await graph.read<Step & WaysOn>(STEP(sources), parameters, signal);
  return new Map(rows.map((row) => [keyOf(row), row]));
}
