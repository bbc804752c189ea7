/**
 * Who is meant by an id: the actor itself and, where it is a country, the organisations that are its own.
 * Binds `variable` to each of them, `idExpression` being a Cypher expression such as `$of`.
 */
export function matchActorsMeant(idExpression: string, variable: string): string {
  return `
  MATCH (named:Actor {id: ${idExpression}})
  CALL (named) {
    RETURN named AS ${variable}
    UNION
    MATCH (${variable}:Organisation)-[:BELONGS_TO]->(named) RETURN ${variable}
  }`;
}

/** The Cypher condition that an actor is meant by one of the ids. */
export function isMeantBy(variable: string, idsExpression: string): string {
  return `(${variable}.id IN ${idsExpression} OR EXISTS { (${variable})-[:BELONGS_TO]->(own:Country) WHERE own.id IN ${idsExpression} })`;
}
