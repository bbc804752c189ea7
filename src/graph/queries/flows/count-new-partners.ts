import { selectActivities } from '../../cypher/select-activities.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from './activity-search.ts';

/**
 * How many actors first take part in which year: in the activities that start in it, and in none that started in an
 * earlier one. `besides` are left out. Cost grows with the participations in all activities found.
 */
export async function countNewPartners(
  graph: Graph,
  { conditions, parameters }: ActivitySearch,
  besides: readonly string[],
  signal?: AbortSignal,
): Promise<Map<number, number>> {
  const rows = await graph.read<{ year: number; count: number }>(
    `${selectActivities(conditions)}
  WITH activity, activity.firstDay.year AS year WHERE year IS NOT NULL
  MATCH (partner:Actor)-[part:PARTICIPATES_IN]->(activity)
  WHERE part.basis IN $basis AND NOT partner.id IN $besides
  WITH partner, min(year) AS year
  RETURN year, count(*) AS count`,
    { ...parameters, besides },
    signal,
  );
  return new Map(rows.map(({ year, count }) => [year, count]));
}
