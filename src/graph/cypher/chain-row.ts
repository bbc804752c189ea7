import { referenceTo } from '../queries/reference.ts';

const [ACTOR, COUNTRY, ACTIVITY] = [referenceTo('actor'), referenceTo('country'), referenceTo('activity')];

/** The Cypher map of the arrangement in `chain`: who plays in it in which role, each with the country it is of, and what it covers. */
export const CHAIN_ROW = `chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
    actors: COLLECT {
      MATCH (actor:Actor)-[play:PLAYS]->(chain)
      WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
      WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
      ORDER BY play.id
      RETURN play {.id, .role, .basis, actor: ${ACTOR}, country: ${COUNTRY}}
    },
    activities: COLLECT { MATCH (chain)-[:COVERS]->(activity:Activity) WITH activity ORDER BY activity.id RETURN ${ACTIVITY} }
  }`;
