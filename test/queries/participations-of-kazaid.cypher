UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id] AS record;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Entity {id: parentId})-[part:PARTICIPATES_IN]-(:Entity)
WITH part, startNode(part) AS actor, endNode(part) AS activity
WHERE ($roles IS NULL OR part.role IN $roles) AND part.id > $after WITH * ORDER BY part.id LIMIT $limit  RETURN collect(part {.id, .role, .status, .since, .until, .percentage, .note, .basis,
actor: CASE WHEN actor IS NULL THEN null ELSE
{id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
 nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, activity: CASE WHEN activity IS NULL THEN null ELSE
{id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
 nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END}) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Entity {id: parentId})-[part:PARTICIPATES_IN]-(:Entity)
WITH part, startNode(part) AS actor, endNode(part) AS activity
WHERE ($roles IS NULL OR part.role IN $roles) RETURN count(part) AS found } RETURN parentId, found;
