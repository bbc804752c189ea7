import type { ActivityYears } from '../../../domain/flows/timeline-years.ts';
import { selectActivities } from '../../cypher/select-activities.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from './activity-search.ts';

/** In which years the activities start and end. A row for each pair of years, so that there are few however many they are. */
export function countActivityYears(
  graph: Graph,
  { conditions, parameters }: ActivitySearch,
  signal?: AbortSignal,
): Promise<ActivityYears[]> {
  return graph.read<{ -readonly [Key in keyof ActivityYears]: ActivityYears[Key] }>(
    `${selectActivities(conditions)}
  RETURN activity.firstDay.year AS firstYear, activity.lastDay.year AS lastYear,
    coalesce(activity.status IN ['CLOSED', 'CANCELLED'], false) AS isOver, count(*) AS count`,
    parameters,
    signal,
  );
}
