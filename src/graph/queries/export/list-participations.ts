import type { Term } from '../../../domain/vocabulary.ts';
import { participationRow } from '../../cypher/participation-row.ts';
import type { Graph } from '../../open-graph.ts';
import type { ParticipationRow } from '../participations.ts';
import type { RelationPage } from '../relation-list.ts';

/** Which participations in an activity count; null sets no condition. */
export interface PartCriteria {
  /** Ids of actors, all that are meant. */
  readonly actors: readonly string[] | null;
  readonly roles: readonly Term<'Role'>[] | null;
  readonly basis: readonly Term<'Basis'>[];
}

const CYPHER = `
  MATCH (activity:Activity) WHERE activity.id IN $activities
  MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity)
  WHERE part.id > $after AND part.basis IN $basis
    AND ($roles IS NULL OR part.role IN $roles) AND ($actors IS NULL OR actor.id IN $actors)
  WITH part, actor, activity ORDER BY part.id LIMIT $limit
  RETURN ${participationRow('part', 'actor', 'activity')} AS row`;

/** The participations in these activities, page by page in the order of their ids. */
export async function listParticipations(
  graph: Graph,
  activities: readonly string[],
  criteria: PartCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<ParticipationRow[]> {
  const rows = await graph.read<{ row: ParticipationRow }>(CYPHER, { activities, ...criteria, ...page }, signal);
  return rows.map(({ row }) => row);
}
