MATCH (to:Activity)
WITH to WHERE to.id >= $since AND EXISTS { MATCH (to)<-[:MADE_IN]-(teller:Transaction)-[:TO_ACTIVITY]->(receiver:Activity) WHERE teller.type IN $outgoing AND teller.basis IN $basis AND to <> receiver RETURN 1 AS found UNION ALL MATCH (receiver:Activity)<-[:MADE_IN]-(teller:Transaction)-[:FROM_ACTIVITY]->(to:Activity) WHERE teller.type IN $incoming AND teller.basis IN $basis AND to <> receiver RETURN 1 AS found UNION ALL MATCH (to)-[teller:RELATED_TO {kind: 'CHILD'}]->(receiver:Activity) WHERE teller.basis IN $basis AND to <> receiver RETURN 1 AS found UNION ALL MATCH (receiver:Activity)-[teller:RELATED_TO {kind: 'PARENT'}]->(to:Activity) WHERE teller.basis IN $basis AND to <> receiver RETURN 1 AS found } 
WITH to, COLLECT { CALL (to) { MATCH (from)<-[:MADE_IN]-(teller:Transaction)-[:TO_ACTIVITY]->(to:Activity) WHERE teller.type IN $outgoing AND teller.basis IN $basis AND from <> to RETURN from UNION MATCH (to:Activity)<-[:MADE_IN]-(teller:Transaction)-[:FROM_ACTIVITY]->(from:Activity) WHERE teller.type IN $incoming AND teller.basis IN $basis AND from <> to RETURN from UNION MATCH (from)-[teller:RELATED_TO {kind: 'CHILD'}]->(to:Activity) WHERE teller.basis IN $basis AND from <> to RETURN from UNION MATCH (to:Activity)-[teller:RELATED_TO {kind: 'PARENT'}]->(from:Activity) WHERE teller.basis IN $basis AND from <> to RETURN from } RETURN from.id AS giver ORDER BY giver LIMIT 1 } AS smallestGiver
WHERE smallestGiver = [] OR smallestGiver[0] > to.id
RETURN to.id AS id, smallestGiver = [] AS isRoot
ORDER BY id LIMIT $limit;

UNWIND $ids AS id
MATCH (end:Activity {id: id})
RETURN id, coalesce(end.isPhantom, false) AS isPhantom, ($implementers IS NULL OR EXISTS {
  MATCH (actor:Actor)-[part:PARTICIPATES_IN {role: 'IMPLEMENTING'}]->(end)
  WHERE part.basis IN $basis AND (actor.id IN $implementers OR EXISTS { (actor)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $implementers })
}) AND ($recipients IS NULL OR EXISTS {
  MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(end)
  WHERE part.basis IN $basis AND country.id IN $recipients
}) AS isWanted;
