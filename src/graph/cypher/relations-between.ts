import { FOLLOWED, relationFits, type SurroundingsFilter } from './surroundings.ts';

/**
 * Cypher that binds `relations` to a list of the relations between the records of the list `shown`, each as its id, type,
 * role, basis, and the ids of its two ends; in the order of their ids, `$most` of them at most; none of a record with
 * itself. Hubs and the centre are not expanded: their relations to the others are met from there, those to one another
 * are looked up pair by pair and direction by direction, for one of the two has few relations of these types in that
 * direction.
 */
export function relationsBetween(filter: SurroundingsFilter): string {
  return `
  CALL (centre, shown, hubs) {
    CALL (centre, shown, hubs) {
      UNWIND [one IN shown WHERE one <> centre AND NOT one IN hubs] AS record
      MATCH (record)-[relation:${FOLLOWED}]-(other)
      WHERE other IN shown AND other <> record AND ${relationFits('relation', filter)}
      RETURN relation
      UNION ALL
      UNWIND [centre] + hubs AS hub
      UNWIND [one IN [centre] + hubs WHERE one <> hub] AS other
      MATCH (hub)-[relation:${FOLLOWED}]->(other)
      WHERE ${relationFits('relation', filter)}
      RETURN relation
    }
    WITH DISTINCT relation ORDER BY relation.id LIMIT $most
    RETURN collect([
      relation.id, type(relation), relation.role, relation.basis, startNode(relation).id, endNode(relation).id
    ]) AS relations
  }`;
}
