import { groupBy } from '../../../domain/group-by.ts';
import { isMeantBy } from '../../cypher/actors-meant.ts';
import { participationRow } from '../../cypher/participation-row.ts';
import { isOurs, isTheirs, matchOurParts, matchTheirParts, type SharedWorkCriteria } from '../../cypher/shared-work.ts';
import type { Graph } from '../../open-graph.ts';
import type { ParticipationRow } from '../participations.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';
import type { RelationPage } from '../relation-list.ts';

export interface SharedActivityRow {
  readonly partnerId: string;
  readonly activity: ReferenceRow;
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly ofParticipations: readonly ParticipationRow[];
  readonly partnerParticipations: readonly ParticipationRow[];
}

/** A country may take part through many organisations of its own. */
const MOST_PARTICIPATIONS = 100;

/** The activities of the page are cut out before anything is shown of them. */
function cypherFor(criteria: SharedWorkCriteria): string {
  const { of } = criteria;
  return `
  ${matchOurParts(criteria)}
    AND activity.id > $after
  WITH DISTINCT activity
  ${matchTheirParts(criteria)} AND partner.id IN $partnerIds
  WITH DISTINCT partner, activity
  ORDER BY activity.id
  WITH partner, collect(activity)[..$limit] AS activities
  UNWIND activities AS activity
  RETURN partner.id AS partnerId, ${referenceTo('activity')} AS activity,
    activity.status AS status, activity.start AS start, activity.end AS end,
    COLLECT {
      MATCH (actor)-[part:PARTICIPATES_IN]->(activity)
      WHERE ${isOurs('part', criteria)} AND ${isMeantBy('actor', '$of', of)}
      WITH part, actor ORDER BY part.id LIMIT $mostParticipations
      RETURN ${participationRow('part', 'actor', 'activity')}
    } AS ofParticipations,
    COLLECT {
      MATCH (partner)-[part:PARTICIPATES_IN]->(activity)
      WHERE ${isTheirs('part', criteria)}
      WITH part ORDER BY part.id LIMIT $mostParticipations
      RETURN ${participationRow('part', 'partner', 'activity')}
    } AS partnerParticipations
  ORDER BY activity.id`;
}

/**
 * A page of the activities that each of these partners shares with those asked about, by partner, in the order of their
 * ids, with the participations that make them shared. One round trip for all of them.
 */
export async function findSharedActivities(
  graph: Graph,
  partnerIds: readonly string[],
  criteria: SharedWorkCriteria & RelationPage,
  signal?: AbortSignal,
): Promise<Map<string, SharedActivityRow[]>> {
  const parameters = { ...criteria, partnerIds, mostParticipations: MOST_PARTICIPATIONS };
  const rows = await graph.read<SharedActivityRow & Record<string, unknown>>(cypherFor(criteria), parameters, signal);
  return groupBy(rows, ({ partnerId }) => partnerId);
}
