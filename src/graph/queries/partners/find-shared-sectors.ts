import { matchOurParts, matchTheirParts, type SharedWorkCriteria } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

export interface SharedSectorRow {
  readonly sector: ReferenceRow;
  readonly activities: number;
}

/**
 * The sectors of the activities that each of these partners shares with those asked about, as published: those of most
 * activities first, then by id, at most `limit`. A partner none of whose shared activities has a sector is absent.
 */
export async function findSharedSectors(
  graph: Graph,
  partnerIds: readonly string[],
  criteria: SharedWorkCriteria & { readonly limit: number },
  signal?: AbortSignal,
): Promise<Map<string, SharedSectorRow[]>> {
  const cypher = `
  ${matchOurParts(criteria)}
  WITH DISTINCT activity
  ${matchTheirParts(criteria)} AND partner.id IN $partnerIds
  WITH DISTINCT partner, activity
  MATCH (activity)-[:IN_SECTOR]->(sector:Sector)
  WITH partner, sector, count(DISTINCT activity) AS activities
  ORDER BY activities DESC, sector.id
  WITH partner, collect({sector: sector, activities: activities})[..$limit] AS most
  RETURN partner.id AS partnerId, [each IN most | {sector: ${referenceTo('each.sector')}, activities: each.activities}] AS sectors`;
  const rows = await graph.read<{ partnerId: string; sectors: SharedSectorRow[] }>(
    cypher,
    { ...criteria, partnerIds },
    signal,
  );
  return new Map(rows.map(({ partnerId, sectors }) => [partnerId, sectors]));
}
