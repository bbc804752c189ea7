MATCH (activity:Activity) WHERE activity.id > $after
WITH activity ORDER BY activity.id LIMIT $limit
OPTIONAL MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
WITH activity.id AS id, collect(actor.id) AS actorIds, sum(CASE WHEN size(part.statementIds) > 0 THEN 1 ELSE 0 END) AS evidenced
RETURN max(id) AS last, count(id) AS activities,
  [members IN collect(CASE WHEN size(actorIds) > 0 THEN {actorIds: actorIds, evidenced: evidenced} END) WHERE members IS NOT NULL] AS members;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
