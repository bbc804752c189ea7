import { NODES } from '../../domain/model.ts';

const COUNTRY = `${NODES.Country.prefix}:`;

/**
 * Who is meant by an id: the actor itself and, where it is a country, the organisations that are its own.
 * Binds `variable` to each of them, `idExpression` being a Cypher expression such as `$of`. With `asked`, the ids that
 * the expression stands for, organisations are looked for only where one of them is a country's; without it, always,
 * and `named` is bound to the actor itself.
 */
export function matchActorsMeant(idExpression: string, variable: string, asked?: readonly string[]): string {
  if (asked && !haveOwn(asked)) return `MATCH (${variable}:Actor {id: ${idExpression}})`;
  return `
  MATCH (named:Actor {id: ${idExpression}})
  CALL (named) {
    RETURN named AS ${variable}
    UNION
    MATCH (${variable}:Organisation)-[:BELONGS_TO]->(named) RETURN ${variable}
  }`;
}

/** The Cypher condition that an actor is meant by one of the ids; `asked` as above. */
export function isMeantBy(variable: string, idsExpression: string, asked?: readonly string[]): string {
  const isNamed = `${variable}.id IN ${idsExpression}`;
  if (asked && !haveOwn(asked)) return `(${isNamed})`;
  return `(${isNamed} OR EXISTS { (${variable})-[:BELONGS_TO]->(own:Country) WHERE own.id IN ${idsExpression} })`;
}

/** Only countries have organisations of their own, and their ids say that they are countries. */
function haveOwn(ids: readonly string[]): boolean {
  return ids.some((id) => id.startsWith(COUNTRY));
}
