import { overlapsYears } from './overlaps-years.ts';

/** The Cypher condition that the actor of a participation that counts (by `$basis`) does more than benefit: it carries the activity. */
export function carries(participation: string): string {
  return `${participation}.basis IN $basis AND ${participation}.role <> 'BENEFICIARY'`;
}

/** Cypher that binds `country` to those that benefit from an activity, themselves or by an organisation of their own; a WHERE clause that may go on. */
export function matchBenefiting(activity: string, country: string): string {
  return `MATCH (${activity})<-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(${country}:Country)
    WHERE gain.basis IN $basis`;
}

/** The Cypher condition that an activity lies in one of `$sectors`, a category standing for its purposes; null: any activity does. */
export function liesInSectors(activity: string): string {
  return `($sectors IS NULL
      OR EXISTS { MATCH (${activity})-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors })`;
}

/** The Cypher condition that an activity is of the sectors and years asked for. */
export function isAskedFor(activity: string): string {
  return `${liesInSectors(activity)} AND ${overlapsYears(activity)}`;
}

/** The Cypher expression for the last year that the dates of an activity name; null where it is undated. Ends before starts occur. */
export function lastYearOf(activity: string): string {
  const { firstDay, lastDay } = { firstDay: `${activity}.firstDay`, lastDay: `${activity}.lastDay` };
  return `CASE WHEN ${lastDay} >= ${firstDay} THEN ${lastDay}.year ELSE coalesce(${firstDay}.year, ${lastDay}.year) END`;
}

/** The Cypher expression for the ids of the sector categories of a list of activities, each once, in their order. A sector that lies in no other is its own. */
export function categoriesOf(activities: string): string {
  return `COLLECT {
      UNWIND ${activities} AS one
      MATCH (one)-[:IN_SECTOR]->(sector:Sector)
      OPTIONAL MATCH (sector)-[:IN_SECTOR]->(above:Sector)
      WITH DISTINCT coalesce(above.id, sector.id) AS category
      RETURN category ORDER BY category
    }`;
}
