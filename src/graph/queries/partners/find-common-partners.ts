import { isPartner, matchOurParts, matchTheirParts } from '../../cypher/shared-work.ts';
import { type WorkField, workColumns } from '../../cypher/work-columns.ts';
import type { Graph } from '../../open-graph.ts';
import { referenceTo } from '../reference.ts';
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
function matchCommonPartners(criteria: PartnerCriteria, fields: readonly WorkField[]): string {
  const { needsOfRoles, ofActivity, aggregates, map } = workColumns(fields);
  const roles = needsOfRoles ? ', collect(DISTINCT ours.role) AS ofRoles' : '';
  return `
  ${matchOurParts(criteria)}
  WITH activity, collect(DISTINCT askedId) AS sharers${roles}
  ${ofActivity}
  ${matchTheirParts(criteria)}
  WITH partner, sharers, count(DISTINCT activity) AS activities${aggregates}
  WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities, work: ${map}}) AS groups
  WITH partner, shared, groups,
    [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
  WHERE all(share IN shares WHERE share > 0) AND ${isPartner(criteria)}`;
}

const LEAST =
  'WITH *, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least';

const IS_AFTER = `least < $afterLeast
    OR (least = $afterLeast AND (shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId)))`;

/**
 * Actors that share an activity with each of those asked about: those first of whose shares the smallest is largest,
 * then those with most activities shared with any of them, then by id; with what these activities have in common, of the
 * fields wanted. Cost grows with the participations of those asked about and of all others in the same activities.
 */
export function findCommonPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  { after, limit }: CommonPartnerPage,
  fields: readonly WorkField[],
  signal?: AbortSignal,
): Promise<PartnerRow[]> {
  const match = matchCommonPartners(criteria, fields);
  const isAfter = after === null ? '' : `WHERE ${IS_AFTER}`;
  const work = fields.length === 0 ? '' : ', [group IN groups | group.work] AS work';
  const cypher = `${match}
  ${LEAST} ${isAfter}
  WITH * ORDER BY least DESC, shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared, shares${work}`;
  const parameters = {
    ...criteria,
    afterLeast: after?.least ?? null,
    afterShared: after?.shared ?? null,
    afterId: after?.id ?? '',
    limit,
  };
  return graph.read<PartnerRow & Record<string, unknown>>(cypher, parameters, signal);
}

export async function countCommonPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const match = matchCommonPartners(criteria, []);
  const [row] = await graph.read<{ count: number }>(`${match} RETURN count(partner) AS count`, { ...criteria }, signal);
  return row?.count ?? 0;
}
