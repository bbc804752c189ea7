import type { AlumnusField } from '../../domain/alumni/alumnus.ts';
import type { ConsentTerms } from '../../domain/alumni/consent.ts';
import { DRAWERS } from '../../domain/alumni/drawers.ts';
import { VOCABULARY } from '../../domain/vocabulary.ts';
import type { AlumniStore } from './alumni-store.ts';
import { blindDrawer } from './blind-drawer.ts';
import { IN_FORCE } from './match-alumni.ts';

export interface GapCriteria {
  /** Ids of countries. */
  readonly countries: readonly string[];
  readonly terms: ConsentTerms;
  /** YYYY-MM-DD */
  readonly day: string;
}

export interface GapCount {
  readonly country: string;
  readonly field: AlumnusField;
  readonly alumni: number;
  readonly reachable: number;
}

/** A consent covers the contact of the record it was given with: of somebody who was merged, one of the records must have both. */
const IS_REACHABLE = [
  'MATCH (person)-[:GAVE]->(consent:Consent), (person)-[:REACHED_BY]->(contact:ContactPoint)',
  'MATCH (merged:Alumnus {mergedInto: person.id})-[:GAVE]->(consent:Consent), (merged)-[:REACHED_BY]->(contact:ContactPoint)',
]
  .map((pattern) => `EXISTS { ${pattern} WHERE contact.field = $consent.field AND ${IN_FORCE} }`)
  .join(' OR ');

const CYPHER = `
  UNWIND $homes AS home
  MATCH (:AlumniDrawer {id: home.drawer})<-[:FILED_UNDER]-(person)
  WITH home, person, person.drawerWords AS words
  WITH home, words, CASE WHEN words CONTAINS $agreed AND (${IS_REACHABLE}) THEN 1 ELSE 0 END AS isReachable
  UNWIND [field IN $fields WHERE words CONTAINS field.word | field.name] AS field
  RETURN home.country AS country, field, count(*) AS alumni, sum(isReachable) AS reachable`;

/** How many alumni there are of each country and field that has any. Cost grows with the alumni of these countries. */
export async function countGaps(
  { graph, keys }: AlumniStore,
  { countries, terms, day }: GapCriteria,
  signal?: AbortSignal,
): Promise<GapCount[]> {
  const indexKey = await keys.indexKey();
  const parameters = {
    homes: countries.map((country) => ({ country, drawer: DRAWERS.home(country) })),
    // One property of a person is read faster than the relations to all their drawers.
    fields: VOCABULARY.AlumnusField.map((name) => ({ name, word: blindDrawer(DRAWERS.field(name), indexKey) })),
    agreed: blindDrawer(DRAWERS.consent(terms), indexKey),
    consent: { ...terms, day },
  };
  return graph.read<GapCount & Record<string, unknown>>(CYPHER, parameters, signal);
}
