import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { type FundingLinkSource, giversTo, LINK_PARAMETERS, waysOnFrom } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';

/** Down: where money goes from the activities. Up: where it comes from. */
export type Direction = 'DOWN' | 'UP';

const CYPHER: Record<Direction, (sources: readonly FundingLinkSource[]) => string> = {
  DOWN: (sources) => `
    UNWIND $ids AS id
    MATCH (from:Activity {id: id})
    ${waysOnFrom(sources)}
    RETURN id, to.id AS other LIMIT $limit`,
  UP: (sources) => `
    UNWIND $ids AS id
    MATCH (to:Activity {id: id})
    ${giversTo(sources)}
    RETURN id, from.id AS other LIMIT $limit`,
};

/**
 * The other ends of all links of the activities in one direction; those without any have an empty list. One read,
 * however many they are; its cost grows with the transactions of the activities.
 */
export async function readFundingLinks(
  graph: Graph,
  sources: readonly FundingLinkSource[],
  { ids, direction }: { readonly ids: readonly string[]; readonly direction: Direction },
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const parameters = { ...LINK_PARAMETERS, ids, limit: budget.left + 1 };
  const rows = await graph.read<{ id: string; other: string }>(CYPHER[direction](sources), parameters, signal);
  budget.spend(rows.length);
  const found = groupBy(rows, ({ id }) => id);
  return new Map(ids.map((id) => [id, (found.get(id) ?? []).map(({ other }) => other)]));
}
