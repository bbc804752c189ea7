MATCH (chain:TriangularArrangement) WHERE EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:PART_OF*0..3]->(activity:Activity) WHERE activity.id IN $activities }
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:PART_OF*0..3]->(activity:Activity) WHERE activity.id IN $activities } 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
  activities: COLLECT {
    MATCH (chain)-[:COVERS]->(activity)
    WITH activity ORDER BY activity.id
    RETURN CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END
  }} AS chain ORDER BY chain.id;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
