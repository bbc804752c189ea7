import { FOLLOWED, isHub, relationFits, type SurroundingsFilter } from './surroundings.ts';

/**
 * The Cypher expression for the number of relations between `record` and those of the list `hubs`. These are met from the
 * side of the record, which has fewer, unless it is a hub itself: then each direction is looked up by itself, for one of
 * the two has few relations of these types in that direction.
 */
export function relationsToHubs(filter: SurroundingsFilter): string {
  return `COUNT {
      UNWIND CASE WHEN ${isHub('record')} THEN [] ELSE [record] END AS one
      MATCH (one)-[relation:${FOLLOWED}]-(hub)
      WHERE hub IN hubs AND ${relationFits('relation', filter)}
      RETURN relation
      UNION ALL
      UNWIND CASE WHEN ${isHub('record')} THEN hubs ELSE [] END AS hub
      MATCH (record)-[relation:${FOLLOWED}]->(hub)
      WHERE ${relationFits('relation', filter)}
      RETURN relation
      UNION ALL
      UNWIND CASE WHEN ${isHub('record')} THEN hubs ELSE [] END AS hub
      MATCH (record)<-[relation:${FOLLOWED}]-(hub)
      WHERE ${relationFits('relation', filter)}
      RETURN relation
    }`;
}
