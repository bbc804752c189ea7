import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { carries, categoriesOf, lastYearOf, liesInSectors } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';
import { describeOwnWork, type OwnWork } from './describe-own-work.ts';

export interface PartnershipGapCriteria {
  readonly of: string;
  /** Only these are counted; null: those that benefit from what the one asked about carries. */
  readonly countries: readonly string[] | null;
  readonly sectors: readonly string[] | null;
}

/** An actor with whom no activity is shared, with what speaks for a talk. */
export interface PartnershipGapRow {
  readonly actor: string;
  /** Ids of the countries counted that benefit from what it carries, in their order. */
  readonly countries: readonly string[];
  /** Ids of the sector categories of these activities that are also one's own, in their order. */
  readonly categories: readonly string[];
  /** How many actors carry one of these activities, and one with those asked about. */
  readonly partners: number;
  /** The last year of these activities; null where none is dated. */
  readonly lastYear: number | null;
}

/** What candidates are looked for with: one's own side, and the countries counted. */
export interface GapSearch extends Omit<OwnWork, 'countries'> {
  readonly countries: readonly string[];
  readonly sectors: readonly string[] | null;
}

const DISTINCT_OF = (lists: string) =>
  `COLLECT { UNWIND ${lists} AS list UNWIND list AS item WITH DISTINCT item RETURN item ORDER BY item }`;

/**
 * From the countries to the activities they benefit from, and to those who carry them and are not known yet. What an
 * activity adds is gathered before its carriers are looked at: once, however many they are.
 */
const CANDIDATES = `
  MATCH (country:Country) WHERE country.id IN $countries
  MATCH (country)<-[:BELONGS_TO*0..1]-(:Actor)-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity:Activity)
  WHERE gain.basis IN $basis AND ${liesInSectors('activity')}
  WITH activity, collect(DISTINCT country.id) AS countries
  WITH activity, countries, [category IN ${categoriesOf('[activity]')} WHERE category IN $categories] AS categories,
    COLLECT {
      MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
      WHERE ${carries('theirs')} AND partner.id IN $partners
      RETURN DISTINCT partner.id
    } AS partners
  MATCH (activity)<-[part:PARTICIPATES_IN]-(candidate:Actor)
  WHERE ${carries('part')} AND NOT candidate.id IN $known
  WITH candidate, max(${lastYearOf('activity')}) AS lastYear, collect(countries) AS countries,
    collect(categories) AS categories, collect(partners) AS partners
  WHERE any(list IN categories WHERE size(list) > 0)
  WITH candidate, lastYear, countries, categories, partners LIMIT $limit
  RETURN candidate.id AS actor, lastYear, ${DISTINCT_OF('countries')} AS countries,
    ${DISTINCT_OF('categories')} AS categories, size(${DISTINCT_OF('partners')}) AS partners`;

/**
 * Actors that carry activities from which a country counted benefits, in a sector category of one's own, and that share
 * no activity with one, in whatever role; in no particular order, at most `limit`; with them what they were looked for
 * with. To carry an activity is to take part in another role than BENEFICIARY; a country benefits itself or by an
 * organisation of its own; participations that are only inferred do not count. Cost grows with the participations of
 * the one asked about and with the activities from which the countries counted benefit.
 */
export async function findPartnershipGaps(
  graph: Graph,
  { of, countries, sectors }: PartnershipGapCriteria,
  limit: number,
  signal?: AbortSignal,
): Promise<{ rows: PartnershipGapRow[]; search: GapSearch }> {
  const own = await describeOwnWork(graph, { of, sectors }, signal);
  const search = { ...own, countries: countries ?? own.countries, sectors };
  const isHopeless = search.countries.length === 0 || search.categories.length === 0;
  const rows = isHopeless
    ? []
    : await graph.read<PartnershipGapRow>(CANDIDATES, { ...search, limit, basis: DEFAULT_BASIS }, signal);
  return { rows, search };
}
