import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import type { PotentialChainCounts } from '../../../domain/suggestions/potential-chain.ts';
import { matchActorsMeant } from '../../cypher/actors-meant.ts';
import { carries, categoriesOf, isAskedFor, lastYearOf, matchBenefiting } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';
import { describePivot, type Pivot, type PivotCriteria } from './describe-pivot.ts';

export interface PotentialChainCriteria extends PivotCriteria {
  readonly facilitators: readonly string[] | null;
  readonly beneficiaries: readonly string[] | null;
  readonly regions: readonly string[] | null;
}

/** A facilitator and a country that could join the pivot, with what speaks for it. */
export interface PotentialChainRow extends PotentialChainCounts {
  readonly facilitator: string;
  readonly beneficiary: string;
  /** The sector categories that are common, in the order of their ids. */
  readonly categories: readonly string[];
}

interface PairRow {
  readonly facilitator: string;
  readonly beneficiary: string;
  readonly shared: number;
  readonly activities: number;
  readonly lastYear: number | null;
  readonly categories: readonly string[];
}

/** Bodies of several states: they stand beside countries, and need none. */
const MULTILATERAL = ['MULTILATERAL', 'UN_BODY'];

/** From the pivot to those who carry what it takes part in, on to what else they carry, and to the countries that benefit. */
const PAIRS = `
  ${matchActorsMeant('$pivot', 'own')}
  MATCH (own)-[theirs:PARTICIPATES_IN]->(activity:Activity)
  WHERE theirs.basis IN $basis AND ${isAskedFor('activity')}
  WITH DISTINCT activity
  MATCH (activity)<-[part:PARTICIPATES_IN]-(facilitator:Actor)
  WHERE ${carries('part')} AND facilitator.id <> $pivot
  WITH facilitator, count(DISTINCT activity) AS shared, max(${lastYearOf('activity')}) AS sharedYear
  WITH facilitator, shared, sharedYear,
    COLLECT { MATCH (facilitator)-[:BELONGS_TO*0..1]->(home:Country) RETURN home.id } AS homes
  WHERE (size(homes) > 0 OR facilitator.kind IN $multilateral)
    AND none(home IN homes WHERE home IN $pivotHomes)
    AND ($facilitators IS NULL OR facilitator.id IN $facilitators OR any(home IN homes WHERE home IN $facilitators))
  MATCH (facilitator)-[part:PARTICIPATES_IN]->(activity:Activity)
  WHERE ${carries('part')} AND ${isAskedFor('activity')}
  WITH DISTINCT facilitator, homes, shared, sharedYear, activity
  ${matchBenefiting('activity', 'country')}
    AND NOT country.id IN $pivotHomes AND NOT country.id IN homes
    AND ($beneficiaries IS NULL OR country.id IN $beneficiaries)
    AND ($regions IS NULL OR EXISTS { MATCH (country)-[:IN_REGION*1..3]->(region:Region) WHERE region.id IN $regions })
    AND NOT [facilitator.id, country.id] IN $arranged
  WITH facilitator, country, shared, sharedYear, collect(DISTINCT activity) AS activities
  LIMIT $limit
  RETURN facilitator.id AS facilitator, country.id AS beneficiary, shared, size(activities) AS activities,
    [category IN ${categoriesOf('activities')} WHERE category IN $categories] AS categories,
    reduce(last = sharedYear, activity IN activities |
      CASE WHEN last IS NULL OR ${lastYearOf('activity')} > last THEN ${lastYearOf('activity')} ELSE last END) AS lastYear`;

/**
 * Pairs of a facilitator and a country that could join the pivot, in no particular order, at most `limit`.
 *
 * An actor carries an activity in which it takes part in another role than BENEFICIARY, and a country benefits where it,
 * or an organisation of its own, takes part as BENEFICIARY; participations that are only inferred do not count. The
 * facilitator carries an activity that the pivot takes part in, and one from which the country benefits. The three are
 * of different countries, or multilateral; where that cannot be known, nothing is suggested. Cost grows with the
 * activities of the pivot and with those of each facilitator.
 */
export async function findPotentialChains(
  graph: Graph,
  criteria: PotentialChainCriteria,
  limit: number,
  signal?: AbortSignal,
): Promise<PotentialChainRow[]> {
  const pivot = await describePivot(graph, criteria, signal);
  if (pivot === null || (pivot.homes.length === 0 && !MULTILATERAL.includes(pivot.kind ?? ''))) return [];
  const parameters = {
    ...criteria,
    limit,
    basis: DEFAULT_BASIS,
    multilateral: MULTILATERAL,
    pivotHomes: pivot.homes,
    arranged: pivot.arranged,
    categories: pivot.categories,
  };
  const pairs = await graph.read<PairRow>(PAIRS, parameters, signal);
  const ownCountries = new Map(pivot.countries.map((country) => [country.id, country]));
  return pairs.map((pair) => joinPivot(pair, ownCountries.get(pair.beneficiary)));
}

/** The pair with what the pivot itself does for the country. */
function joinPivot(
  { facilitator, beneficiary, shared, activities, categories, lastYear }: PairRow,
  own: Pivot['countries'][number] | undefined,
): PotentialChainRow {
  const years = [lastYear, own?.lastYear ?? null].filter((year) => year !== null);
  return {
    facilitator,
    beneficiary,
    activitiesWithPivot: shared,
    facilitatorActivities: activities,
    pivotActivities: own?.activities ?? 0,
    commonSectors: categories.length,
    categories,
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
}
