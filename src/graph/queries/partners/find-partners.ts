import type { NodeLabel } from '../../../domain/model.ts';
import type { SharedWork } from '../../../domain/shared-work.ts';
import { ALIKE_ACTIVITIES, ALIKE_ROW } from '../../cypher/alike-activities.ts';
import { IS_PARTNER, OUR_PARTS, type SharedWorkCriteria, THEIR_PARTS } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';
import { type AlikeRow, toSharedWork } from './alike-row.ts';

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
  /** Only where it was asked for. */
  readonly work?: SharedWork;
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

const IS_AFTER = '($afterShared IS NULL OR shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId))';

const PAGE = `${PARTNERS} AND ${IS_AFTER}
  WITH partner, shared ORDER BY shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared`;

/** All partners are described before the page is cut: that costs less than to look for their activities once more. */
const DESCRIBED_PAGE = `
  ${OUR_PARTS}
  WITH activity, collect(DISTINCT ours.role) AS ofRoles
  ${THEIR_PARTS}
  ${ALIKE_ACTIVITIES}
  WITH partner, sum(activities) AS shared, collect(${ALIKE_ROW}) AS alike
  WHERE ${IS_PARTNER} AND ${IS_AFTER}
  WITH partner, shared, alike ORDER BY shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared, alike`;

const COUNT = `${PARTNERS} RETURN count(partner) AS count`;

/**
 * Actors that take part in the same activities as the one asked about, those with most shared activities first, then by
 * id; with what these activities have in common where that is wanted. Cost grows with the participations of the one
 * asked about and of all others in the same activities, not with the graph.
 */
export async function findPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  { after, limit }: PartnerPage,
  wantsWork: boolean,
  signal?: AbortSignal,
): Promise<PartnerRow[]> {
  const parameters = { ...criteria, afterShared: after?.shared ?? null, afterId: after?.id ?? '', limit };
  const rows = await graph.read<FoundRow>(wantsWork ? DESCRIBED_PAGE : PAGE, parameters, signal);
  return rows.map(({ partner, shared, alike }) => ({
    partner,
    shared,
    shares: [shared],
    ...(alike && { work: toSharedWork(alike) }),
  }));
}

interface FoundRow extends Record<string, unknown> {
  readonly partner: ReferenceRow;
  readonly shared: number;
  readonly alike?: readonly AlikeRow[];
}

export async function countPartners(graph: Graph, criteria: PartnerCriteria, signal?: AbortSignal): Promise<number> {
  const [row] = await graph.read<{ count: number }>(COUNT, { ...criteria }, signal);
  return row?.count ?? 0;
}
