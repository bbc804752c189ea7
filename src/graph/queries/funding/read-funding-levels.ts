import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import type { FundingLinkSource } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';
import { type Direction, readFundingLinks } from './read-funding-links.ts';

export interface FundingLevels {
  /** The other ends of all links of each activity that was read. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** How many links away each activity is that was come to, those of the last level included. */
  readonly distances: ReadonlyMap<string, number>;
}

/** What lies around the activities in one direction, so many links far: one read a level. */
export async function readFundingLevels(
  graph: Graph,
  sources: readonly FundingLinkSource[],
  { ids, direction, levels }: { ids: readonly string[]; direction: Direction; levels: number },
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<FundingLevels> {
  const links = new Map<string, readonly string[]>();
  const distances = new Map(ids.map((id) => [id, 0]));
  let frontier = [...ids];
  for (let level = 1; level <= levels && frontier.length > 0; level += 1) {
    const read = await readFundingLinks(graph, sources, { ids: frontier, direction }, budget, signal);
    for (const [id, others] of read) links.set(id, others);
    frontier = [...new Set([...read.values()].flat())].filter((id) => !distances.has(id));
    for (const id of frontier) distances.set(id, level);
  }
  return { links, distances };
}
