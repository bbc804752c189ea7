import { matchActorsMeant } from './actors-meant.ts';

/**
 * Cypher that binds `id` to each of the ids of the list, `actor` to each that it means, and `degree` to the number of its
 * participations: the actor itself first, whatever it does, then its own organisations that take part in most.
 */
export function matchActorsTakingPart(idsExpression: string): string {
  return `
  UNWIND ${idsExpression} AS id
  ${matchActorsMeant('id', 'actor')}
  WITH id, actor, COUNT { (actor)-[:PARTICIPATES_IN]->() } AS degree
  WHERE degree > 0 OR actor.id = id
  ORDER BY actor.id <> id, degree DESC, actor.id`;
}
