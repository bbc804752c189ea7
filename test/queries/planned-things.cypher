// generated: MATCH (this:Edition)

// generated: MATCH (this:Project)

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND chain.status IN $statuses 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id] AS record;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Actor {id: parentId})-[tie:TIED_TO]-(:Actor)
WITH DISTINCT tie, startNode(tie) AS first, endNode(tie) AS second
WHERE true AND tie.id > $after WITH * ORDER BY tie.id LIMIT $limit  RETURN collect(tie {.id, .kind, .status, .since, .until, .note, .basis, from: CASE WHEN first IS NULL THEN null ELSE
{id: first.id, labels: labels(first), name: coalesce(first.name, first.id),
 nameKk: first.nameKk, nameRu: first.nameRu, isPhantom: coalesce(first.isPhantom, false)} END, to: CASE WHEN second IS NULL THEN null ELSE
{id: second.id, labels: labels(second), name: coalesce(second.name, second.id),
 nameKk: second.nameKk, nameRu: second.nameRu, isPhantom: coalesce(second.isPhantom, false)} END}) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Entity {id: parentId})-[part:PARTICIPATES_IN]-(:Entity)
WITH part, startNode(part) AS actor, endNode(part) AS activity
WHERE ($roles IS NULL OR part.role IN $roles) AND part.id > $after WITH * ORDER BY part.id LIMIT $limit  RETURN collect(part {.id, .role, .status, .since, .until, .percentage, .note, .basis,
actor: CASE WHEN actor IS NULL THEN null ELSE
{id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
 nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, activity: CASE WHEN activity IS NULL THEN null ELSE
{id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
 nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END}) AS found } RETURN parentId, found;
