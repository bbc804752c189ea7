import { IS_PARTNER, OUR_PARTS, THEIR_PARTS } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';
import type { PartnerCriteria, PartnerRow } from './find-partners.ts';

export interface CommonPartnerPage {
  /** Where the last row before the page stands; null for the first page. */
  readonly after: { readonly least: number; readonly shared: number; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Each activity once, with those asked about who take part in it; then, for each actor, how many activities it shares
 * with which of them together. So an activity that several were asked for counts once in all and once for each.
 */
const COMMON_PARTNERS = `
  ${OUR_PARTS}
  WITH activity, collect(DISTINCT named.id) AS sharers
  ${THEIR_PARTS}
  WITH partner, sharers, count(DISTINCT activity) AS activities
  WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities}) AS groups
  WITH partner, shared,
    [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
  WHERE all(share IN shares WHERE share > 0) AND ${IS_PARTNER}
  WITH partner, shared, shares, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least`;

const PAGE = `${COMMON_PARTNERS}
  WHERE $afterLeast IS NULL OR least < $afterLeast
    OR (least = $afterLeast AND (shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId)))
  WITH partner, shared, shares, least ORDER BY least DESC, shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared, shares`;

const COUNT = `${COMMON_PARTNERS} RETURN count(partner) AS count`;

/**
 * Actors that share an activity with each of those asked about: those first of whose shares the smallest is largest,
 * then those with most activities shared with any of them, then by id. Cost grows with the participations of those
 * asked about and of all others in the same activities.
 */
export function findCommonPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  { after, limit }: CommonPartnerPage,
  signal?: AbortSignal,
): Promise<PartnerRow[]> {
  const parameters = {
    ...criteria,
    afterLeast: after?.least ?? null,
    afterShared: after?.shared ?? null,
    afterId: after?.id ?? '',
    limit,
  };
  return graph.read<{ partner: ReferenceRow; shared: number; shares: number[] }>(PAGE, parameters, signal);
}

export async function countCommonPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const [row] = await graph.read<{ count: number }>(COUNT, { ...criteria }, signal);
  return row?.count ?? 0;
}
