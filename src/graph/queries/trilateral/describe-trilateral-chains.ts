import { chainRow } from '../../cypher/chain-row.ts';
import type { Graph } from '../../open-graph.ts';
import type { TrilateralChainRow } from './trilateral-chain-row.ts';

const ALL = { actors: true, countries: true, activities: true };

const CYPHER = `
  UNWIND $ids AS id
  MATCH (chain:TriangularArrangement {id: id})
  RETURN ${chainRow(ALL)} AS chain`;

/** What lists of chains show of these arrangements, by id. One round trip for all of them. */
export async function describeTrilateralChains(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, TrilateralChainRow>> {
  const rows = await graph.read<{ chain: TrilateralChainRow }>(CYPHER, { ids }, signal);
  return new Map(rows.map(({ chain }) => [chain.id, chain]));
}
