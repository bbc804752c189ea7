import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { matchActorsMeant } from '../../cypher/actors-meant.ts';
import { carries, categoriesOf, isAskedFor, lastYearOf, matchBenefiting } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';

/** Whose side is asked for, and which of its activities count. */
export interface PivotCriteria {
  readonly pivot: string;
  readonly sectors: readonly string[] | null;
  /** YYYY-MM-DD. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly to: string | null;
}

/** What a pivot brings to any chain, whoever facilitates and benefits. */
export interface Pivot {
  /** The country it is, or those whose own it is. */
  readonly homes: readonly string[];
  readonly kind: string | null;
  /** Sector categories of the activities it carries. */
  readonly categories: readonly string[];
  /** Who benefits from how many of these activities. */
  readonly countries: readonly {
    readonly id: string;
    readonly activities: number;
    readonly lastYear: number | null;
  }[];
  /** Pairs of facilitator and country that an arrangement, of whatever basis, joins to it in these roles. */
  readonly arranged: readonly (readonly [facilitator: string, beneficiary: string])[];
}

const CYPHER = `
  ${matchActorsMeant('$pivot', 'own')}
  WITH named, collect(own) AS owners
  WITH named, owners, COLLECT {
    UNWIND owners AS owner
    MATCH (owner)-[part:PARTICIPATES_IN]->(activity:Activity)
    WHERE ${carries('part')} AND ${isAskedFor('activity')}
    RETURN DISTINCT activity
  } AS activities
  RETURN COLLECT { MATCH (named)-[:BELONGS_TO*0..1]->(home:Country) RETURN home.id } AS homes,
    named.kind AS kind,
    ${categoriesOf('activities')} AS categories,
    COLLECT {
      UNWIND activities AS activity
      ${matchBenefiting('activity', 'country')}
      WITH country, count(DISTINCT activity) AS carried, max(${lastYearOf('activity')}) AS lastYear
      RETURN {id: country.id, activities: carried, lastYear: lastYear}
    } AS countries,
    COLLECT {
      UNWIND owners AS owner
      MATCH (owner)-[:PLAYS {role: 'PIVOTAL'}]->(chain:TriangularArrangement)
      MATCH (chain)<-[:PLAYS {role: 'FACILITATING'}]-(:Actor)-[:BELONGS_TO*0..1]->(facilitator:Actor)
      MATCH (chain)<-[:PLAYS {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
      RETURN DISTINCT [facilitator.id, country.id]
    } AS arranged`;

/** The pivot's own side of its suggestions; null where there is no such actor. Cost grows with the pivot's participations. */
export async function describePivot(
  graph: Graph,
  { pivot, sectors, from, to }: PivotCriteria,
  signal?: AbortSignal,
): Promise<Pivot | null> {
  const [row] = await graph.read<Pivot>(CYPHER, { pivot, sectors, from, to, basis: DEFAULT_BASIS }, signal);
  return row ?? null;
}
