import { fitsAll } from '../../cypher/fits-all.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from '../flows/activity-search.ts';
import type { RelationPage } from '../relation-list.ts';

/** The ids of the activities that meet all conditions, page by page in their order. All pages together look at each activity once. */
export async function listFittingActivities(
  graph: Graph,
  { conditions, parameters }: ActivitySearch,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(
    `MATCH (activity:Activity) WHERE activity.id > $after
    AND ${fitsAll(conditions)}
  RETURN activity.id AS id ORDER BY id LIMIT $limit`,
    { ...parameters, ...page },
    signal,
  );
  return rows.map(({ id }) => id);
}
