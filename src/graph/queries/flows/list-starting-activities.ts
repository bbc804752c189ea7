import { selectActivities } from '../../cypher/select-activities.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';
import type { ActivitySearch } from './activity-search.ts';

/** The first so many of the activities that start in each year, in the order of their ids. One round trip for all years. */
export async function listStartingActivities(
  graph: Graph,
  years: readonly string[],
  { search, first }: { readonly search: ActivitySearch; readonly first: number },
  signal?: AbortSignal,
): Promise<Map<string, ReferenceRow[]>> {
  const rows = await graph.read<{ year: string; activities: ReferenceRow[] }>(
    `${selectActivities(search.conditions)}
  WITH activity, toString(activity.firstDay.year) AS year WHERE year IN $years
  WITH activity, year ORDER BY activity.id
  WITH year, collect(activity)[..$first] AS activities
  UNWIND activities AS activity
  RETURN year, collect(${referenceTo('activity')}) AS activities`,
    { ...search.parameters, years, first },
    signal,
  );
  return new Map(rows.map(({ year, activities }) => [year, activities]));
}
