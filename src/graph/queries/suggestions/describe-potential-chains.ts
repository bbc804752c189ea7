import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { matchActorsMeant } from '../../cypher/actors-meant.ts';
import { carries, isAskedFor, lastYearOf, matchBenefiting } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';
import { type Reference, type ReferenceRow, referenceTo, toReference } from '../reference.ts';
import type { PivotCriteria } from './describe-pivot.ts';
import type { PotentialChainRow } from './find-potential-chains.ts';

/** Some of the activities that were counted, in the order of their ids. */
export interface PotentialChainExamples {
  readonly activitiesWithPivot: readonly Reference[];
  readonly facilitatorActivities: readonly Reference[];
  readonly pivotActivities: readonly Reference[];
  /** Of all three, those of the last year. */
  readonly recent: readonly Reference[];
}

interface ExampleRow {
  readonly index: number;
  readonly withPivot: readonly ReferenceRow[];
  readonly ofFacilitator: readonly ReferenceRow[];
  readonly ofPivot: readonly ReferenceRow[];
  readonly recent: readonly ReferenceRow[];
}

type Pair = Pick<PotentialChainRow, 'facilitator' | 'beneficiary' | 'lastYear'>;

/** Activities by country that benefits, of those that the actor carries: what a large actor carries is gone through once. */
const BY_COUNTRY = (actors: string) => `COLLECT {
      UNWIND ${actors} AS owner
      MATCH (owner)-[part:PARTICIPATES_IN]->(activity:Activity)
      WHERE ${carries('part')} AND ${isAskedFor('activity')}
      ${matchBenefiting('activity', 'country')} AND country.id IN $countries
      WITH country.id AS id, collect(DISTINCT activity) AS activities
      RETURN {id: id, activities: activities}
    }`;

const OF_COUNTRY = (lists: string) =>
  `coalesce(head([each IN ${lists} WHERE each.id = pair.beneficiary | each.activities]), [])`;

const FIRST_OF = (activities: string, condition = 'true') => `COLLECT {
      UNWIND ${activities} AS activity
      WITH DISTINCT activity WHERE ${condition}
      WITH activity ORDER BY activity.id LIMIT $most
      RETURN ${referenceTo('activity')}
    }`;

const CYPHER = `
  ${matchActorsMeant('$pivot', 'own')}
  WITH collect(own) AS owners
  WITH owners, ${BY_COUNTRY('owners')} AS pivotLists
  UNWIND $facilitators AS asked
  MATCH (facilitator:Actor {id: asked.id})
  WITH asked, pivotLists, ${BY_COUNTRY('[facilitator]')} AS facilitatorLists,
    COLLECT {
      UNWIND owners AS owner
      MATCH (owner)-[theirs:PARTICIPATES_IN]->(activity:Activity)<-[part:PARTICIPATES_IN]-(facilitator)
      WHERE theirs.basis IN $basis AND ${carries('part')} AND ${isAskedFor('activity')}
      RETURN DISTINCT activity
    } AS withPivot
  UNWIND asked.pairs AS pair
  WITH pair, withPivot, ${OF_COUNTRY('facilitatorLists')} AS ofFacilitator, ${OF_COUNTRY('pivotLists')} AS ofPivot
  RETURN pair.index AS index, ${FIRST_OF('withPivot')} AS withPivot, ${FIRST_OF('ofFacilitator')} AS ofFacilitator,
    ${FIRST_OF('ofPivot')} AS ofPivot,
    ${FIRST_OF('withPivot + ofFacilitator + ofPivot', `${lastYearOf('activity')} = pair.lastYear`)} AS recent`;

/** Examples for each of these suggestions, in their order; at most `most` for each count. One round trip for a page. */
export async function describePotentialChains(
  graph: Graph,
  { pivot, sectors, from, to }: PivotCriteria,
  suggestions: readonly Pair[],
  most: number,
  signal?: AbortSignal,
): Promise<PotentialChainExamples[]> {
  const pairs = suggestions.map(({ facilitator, beneficiary, lastYear }, index) => ({
    facilitator,
    beneficiary,
    lastYear,
    index,
  }));
  const facilitators = [...groupBy(pairs, ({ facilitator }) => facilitator)].map(([id, group]) => ({
    id,
    pairs: group,
  }));
  const countries = pairs.map(({ beneficiary }) => beneficiary);
  const rows = await graph.read<ExampleRow>(
    CYPHER,
    { pivot, sectors, from, to, most, facilitators, countries, basis: DEFAULT_BASIS },
    signal,
  );
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  return pairs.map(({ index }) => {
    const row = byIndex.get(index);
    return {
      activitiesWithPivot: (row?.withPivot ?? []).map(toReference),
      facilitatorActivities: (row?.ofFacilitator ?? []).map(toReference),
      pivotActivities: (row?.ofPivot ?? []).map(toReference),
      recent: (row?.recent ?? []).map(toReference),
    };
  });
}
