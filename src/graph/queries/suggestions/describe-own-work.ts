import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { matchActorsMeant } from '../../cypher/actors-meant.ts';
import { carries, categoriesOf, liesInSectors, matchBenefiting } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';

/** Where an actor works, on what and with whom; a country with its own organisations. All by id. */
export interface OwnWork {
  /** Countries that benefit from the activities it carries. */
  readonly countries: readonly string[];
  /** Sector categories of these activities. */
  readonly categories: readonly string[];
  /** Others that carry them too. */
  readonly partners: readonly string[];
  /** Itself, whoever shares any activity with it in whatever roles, and the countries of all these. */
  readonly known: readonly string[];
}

const CYPHER = `
  ${matchActorsMeant('$of', 'own')}
  WITH named, collect(own) AS owners
  WITH owners, [owner IN owners | owner.id] + COLLECT { MATCH (named)-[:BELONGS_TO]->(home:Country) RETURN home.id } AS ownIds,
    COLLECT {
      UNWIND owners AS owner
      MATCH (owner)-[part:PARTICIPATES_IN]->(activity:Activity)
      WHERE ${carries('part')} AND ${liesInSectors('activity')}
      RETURN DISTINCT activity
    } AS activities
  RETURN ${categoriesOf('activities')} AS categories,
    COLLECT {
      UNWIND activities AS activity
      ${matchBenefiting('activity', 'country')}
      RETURN DISTINCT country.id
    } AS countries,
    COLLECT {
      UNWIND activities AS activity
      MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
      WHERE ${carries('theirs')} AND NOT partner.id IN ownIds
      RETURN DISTINCT partner.id
    } AS partners,
    ownIds + COLLECT {
      UNWIND owners AS owner
      MATCH (owner)-[part:PARTICIPATES_IN]->(:Activity)<-[theirs:PARTICIPATES_IN]-(other:Actor)
      WHERE part.basis IN $basis AND theirs.basis IN $basis
      WITH DISTINCT other
      MATCH (other)-[:BELONGS_TO*0..1]->(known:Actor)
      RETURN DISTINCT known.id
    } AS known`;

/** One's own side of the gaps. The sectors narrow what is carried, not who is known. Cost grows with the participations of the actor and of all others in the same activities. */
export async function describeOwnWork(
  graph: Graph,
  { of, sectors }: { readonly of: string; readonly sectors: readonly string[] | null },
  signal?: AbortSignal,
): Promise<OwnWork> {
  const [row] = await graph.read<OwnWork>(CYPHER, { of, sectors, basis: DEFAULT_BASIS }, signal);
  return row ?? { countries: [], categories: [], partners: [], known: [] };
}
