import { referenceTo } from '../queries/reference.ts';

/** What is shown of arrangements besides their own values; what is not wanted is not read and absent. */
export interface ChainParts {
  readonly actors: boolean;
  /** The country of each actor. */
  readonly countries: boolean;
  readonly activities: boolean;
}

/** The Cypher map of the arrangement in `chain`: who plays in it in which role, each with the country it is of, and what it covers. */
export function chainRow(wanted: ChainParts): string {
  const parts = [
    '.id, .name, .nameKk, .nameRu, .status, .start, .end',
    ...(wanted.actors || wanted.countries ? [wanted.countries ? ACTORS_WITH_COUNTRIES : ACTORS] : []),
    ...(wanted.activities ? [ACTIVITIES] : []),
  ];
  return `chain {${parts.join(',\n    ')}}`;
}

const ACTORS = `actors: COLLECT {
      MATCH (actor)-[play:PLAYS]->(chain)
      WITH play, actor ORDER BY play.id
      RETURN play {.id, .role, .basis, actor: ${referenceTo('actor')}}
    }`;

const ACTORS_WITH_COUNTRIES = `actors: COLLECT {
      MATCH (actor)-[play:PLAYS]->(chain)
      WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
      WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
      ORDER BY play.id
      RETURN play {.id, .role, .basis, actor: ${referenceTo('actor')}, country: ${referenceTo('country')}}
    }`;

const ACTIVITIES = `activities: COLLECT {
      MATCH (chain)-[:COVERS]->(activity)
      WITH activity ORDER BY activity.id
      RETURN ${referenceTo('activity')}
    }`;
