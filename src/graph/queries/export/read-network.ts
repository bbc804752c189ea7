import { fitsAll } from '../../cypher/fits-all.ts';
import { localName } from '../../cypher/local-name.ts';
import { participationFits } from '../../cypher/participation-fits.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from '../flows/activity-search.ts';
import type { RelationPage } from '../relation-list.ts';
import type { PartCriteria } from './list-participations.ts';

/** Which participations are the edges of the network. */
export interface NetworkCriteria {
  readonly search: ActivitySearch;
  readonly parts: PartCriteria;
}

export interface NetworkRecord {
  readonly id: string;
  readonly name: string;
  readonly nameKk: string | null;
  readonly nameRu: string | null;
  readonly labels: readonly string[];
  readonly kind: string | null;
  readonly status: string | null;
  readonly country: string | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface NetworkPart {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly role: string;
  readonly basis: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface SharedWork {
  readonly from: string;
  readonly to: string;
  /** Distinct activities that both take part in. */
  readonly activities: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

// The conditions on activities have an `actor` and a `part` of their own: those of the network are called otherwise.
const OF_ACTORS = '($actors IS NULL OR member.id IN $actors)';

const RECORD = `{id: record.id, name: coalesce(record.name, record.id), nameKk: ${localName('record', 'kk')},
    nameRu: ${localName('record', 'ru')},
    labels: labels(record), kind: record.kind, status: record.status,
    country: head(COLLECT { MATCH (record)-[:BELONGS_TO]->(own:Country) RETURN own.id ORDER BY own.id }),
    firstYear: record.firstDay.year, lastYear: record.lastDay.year} AS row`;

/** The actors that have a part in the network, page by page in the order of their ids. */
export function listNetworkActors(
  graph: Graph,
  { search: { conditions, parameters }, parts }: NetworkCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<NetworkRecord[]> {
  const cypher = `
  MATCH (member:Actor) WHERE member.id > $after AND ${OF_ACTORS}
    AND EXISTS { MATCH (member)-[share:PARTICIPATES_IN]->(activity:Activity)
      WHERE ${participationFits('share')} AND ${fitsAll(conditions)} }
  WITH member AS record ORDER BY record.id LIMIT $limit
  RETURN ${RECORD}`;
  return rowsOf(graph, cypher, { ...parameters, ...parts, ...page }, signal);
}

/** The activities in which somebody has a part, page by page in the order of their ids. */
export function listNetworkActivities(
  graph: Graph,
  { search: { conditions, parameters }, parts }: NetworkCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<NetworkRecord[]> {
  const cypher = `
  MATCH (activity:Activity) WHERE activity.id > $after
    AND EXISTS { MATCH (member:Actor)-[share:PARTICIPATES_IN]->(activity)
      WHERE ${participationFits('share')} AND ${OF_ACTORS} }
    AND ${fitsAll(conditions)}
  WITH activity AS record ORDER BY record.id LIMIT $limit
  RETURN ${RECORD}`;
  return rowsOf(graph, cypher, { ...parameters, ...parts, ...page }, signal);
}

/** The parts in these activities, page by page in the order of their ids. */
export function listNetworkParts(
  graph: Graph,
  activities: readonly string[],
  { parts }: NetworkCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<NetworkPart[]> {
  const cypher = `
  MATCH (activity:Activity) WHERE activity.id IN $activities
  MATCH (member:Actor)-[share:PARTICIPATES_IN]->(activity)
  WHERE share.id > $after AND ${participationFits('share')} AND ${OF_ACTORS}
  WITH share, member, activity ORDER BY share.id LIMIT $limit
  RETURN share {.id, .role, .basis, .since, .until, from: member.id, to: activity.id,
    firstYear: activity.firstDay.year, lastYear: activity.lastDay.year} AS row`;
  return rowsOf(graph, cypher, { activities, ...parts, ...page }, signal);
}

/**
 * With whom these actors share activities, each pair once, from the smaller id to the larger. Cost grows with the
 * participants of all their activities.
 */
export function listSharedWork(
  graph: Graph,
  actors: readonly string[],
  { search: { conditions, parameters }, parts }: NetworkCriteria,
  signal?: AbortSignal,
): Promise<SharedWork[]> {
  const cypher = `
  UNWIND $some AS actorId
  MATCH (one:Actor {id: actorId})-[own:PARTICIPATES_IN]->(activity:Activity)
  WHERE ${participationFits('own')} AND ${fitsAll(conditions)}
  WITH DISTINCT one, activity
  MATCH (member:Actor)-[share:PARTICIPATES_IN]->(activity)
  WHERE member.id > one.id AND ${participationFits('share')} AND ${OF_ACTORS}
  WITH one.id AS first, member.id AS second, count(DISTINCT activity) AS activities,
    min(activity.firstDay.year) AS firstYear, max(activity.lastDay.year) AS lastYear ORDER BY first, second
  RETURN {from: first, to: second, activities: activities, firstYear: firstYear, lastYear: lastYear} AS row`;
  return rowsOf(graph, cypher, { ...parameters, ...parts, some: actors }, signal);
}

async function rowsOf<Row>(
  graph: Graph,
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const rows = await graph.read<{ row: Row }>(cypher, parameters, signal);
  return rows.map(({ row }) => row);
}
