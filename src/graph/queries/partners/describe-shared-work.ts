import { entityTypeOf } from '../../../domain/entity-type.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { type AlikeActivities, type SharedWork, sumUpSharedWork } from '../../../domain/shared-work.ts';
import { OUR_PARTS, type SharedWorkCriteria, THEIR_PARTS } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';

interface Row extends Omit<AlikeActivities, 'kind'> {
  readonly partnerId: string;
  readonly labels: readonly string[];
}

/** The earlier and the later of the days known; sources also publish ends that lie before the start. */
const EARLIER =
  'CASE WHEN activity.lastDay < activity.firstDay THEN activity.lastDay ELSE coalesce(activity.firstDay, activity.lastDay) END';
const LATER =
  'CASE WHEN activity.lastDay < activity.firstDay THEN activity.firstDay ELSE coalesce(activity.lastDay, activity.firstDay) END';

/** Activities that are alike in all that is told are counted together: few rows, however many activities. */
const CYPHER = `
  ${OUR_PARTS}
  WITH activity, collect(DISTINCT ours.role) AS ofRoles
  ${THEIR_PARTS} AND partner.id IN $partnerIds
  WITH partner, activity, ofRoles, collect(DISTINCT theirs.role) AS roles
  WITH partner, ofRoles, roles, labels(activity) AS labels, coalesce(activity.status = 'PLANNED', false) AS isPlanned,
    count(*) AS activities, min(${EARLIER}) AS firstDay, max(${LATER}) AS lastDay
  RETURN partner.id AS partnerId, labels, isPlanned, ofRoles, roles, activities, firstDay.year AS firstYear, lastDay.year AS lastYear`;

/**
 * What the activities that each of these partners shares with those asked about have in common: kinds, roles, years, by
 * partner. Cost is that of finding the partners, once for all of them.
 */
export async function describeSharedWork(
  graph: Graph,
  partnerIds: readonly string[],
  criteria: SharedWorkCriteria,
  signal?: AbortSignal,
): Promise<Map<string, SharedWork>> {
  const rows = await graph.read<Row & Record<string, unknown>>(CYPHER, { ...criteria, partnerIds }, signal);
  const groups = rows.map(({ labels, ...row }) => ({ ...row, kind: entityTypeOf(labels) }));
  return new Map(
    [...groupBy(groups, ({ partnerId }) => partnerId)].map(([partnerId, alike]) => [partnerId, sumUpSharedWork(alike)]),
  );
}
