import { groupBy } from '../../../domain/group-by.ts';
import type { SharedWork } from '../../../domain/shared-work.ts';
import { ALIKE_ACTIVITIES, ALIKE_ROW } from '../../cypher/alike-activities.ts';
import { OUR_PARTS, type SharedWorkCriteria, THEIR_PARTS } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import { type AlikeRow, toSharedWork } from './alike-row.ts';

const CYPHER = `
  ${OUR_PARTS}
  WITH activity, collect(DISTINCT ours.role) AS ofRoles
  ${THEIR_PARTS} AND partner.id IN $partnerIds
  ${ALIKE_ACTIVITIES}
  RETURN partner.id AS partnerId, ${ALIKE_ROW} AS alike`;

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
  const rows = await graph.read<{ partnerId: string; alike: AlikeRow }>(CYPHER, { ...criteria, partnerIds }, signal);
  return new Map(
    [...groupBy(rows, ({ partnerId }) => partnerId)].map(([partnerId, group]) => [
      partnerId,
      toSharedWork(group.map(({ alike }) => alike)),
    ]),
  );
}
