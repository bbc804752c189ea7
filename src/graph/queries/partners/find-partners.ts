import type { NodeLabel } from '../../../domain/model.ts';
import { IS_PARTNER, OUR_PARTS, type SharedWorkCriteria, THEIR_PARTS } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

export interface PartnerCriteria extends SharedWorkCriteria {
  /** Labels of the partners wanted; null: any. */
  readonly labels: readonly NodeLabel[] | null;
}

export interface PartnerRow {
  readonly partner: ReferenceRow;
  /** Distinct activities shared with any of those asked about. */
  readonly shared: number;
  /** The same with each of those asked about, in their order. */
  readonly shares: readonly number[];
}

export interface PartnerPage {
  /** Where the last row before the page stands; null for the first page. */
  readonly after: { readonly shared: number; readonly id: string } | null;
  readonly limit: number;
}

/** Activities first, each once: an actor with several parts in one shares it once. */
const PARTNERS = `
  ${OUR_PARTS}
  WITH DISTINCT activity
  ${THEIR_PARTS}
  WITH partner, count(DISTINCT activity) AS shared
  WHERE ${IS_PARTNER}`;

const PAGE = `${PARTNERS}
    AND ($afterShared IS NULL OR shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId))
  WITH partner, shared ORDER BY shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared, [shared] AS shares`;

const COUNT = `${PARTNERS} RETURN count(partner) AS count`;

/**
 * Actors that take part in the same activities as the one asked about, those with most shared activities first, then by
 * id. Cost grows with the participations of the one asked about and of all others in the same activities, not with the
 * graph: for each actor met only a number is kept.
 */
export function findPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  { after, limit }: PartnerPage,
  signal?: AbortSignal,
): Promise<PartnerRow[]> {
  const parameters = { ...criteria, afterShared: after?.shared ?? null, afterId: after?.id ?? '', limit };
  return graph.read<{ partner: ReferenceRow; shared: number; shares: number[] }>(PAGE, parameters, signal);
}

export async function countPartners(graph: Graph, criteria: PartnerCriteria, signal?: AbortSignal): Promise<number> {
  const [row] = await graph.read<{ count: number }>(COUNT, { ...criteria }, signal);
  return row?.count ?? 0;
}
