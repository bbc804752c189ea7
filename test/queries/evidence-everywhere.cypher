UNWIND $factIds AS factId
CALL (factId) {
  MATCH (statement:Statement {factId: factId})
  RETURN statement
  UNION
  MATCH (phantom:Entity {id: factId}) WHERE phantom.isPhantom
  CALL (phantom) {
    MATCH (phantom)-[mention:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|COMMITTED_TO|PART_OF|RELATED_TO|REPORTED_BY|DELIVERED_THROUGH|IN_REGION|IN_SECTOR|CONTRIBUTES_TO|SUCCEEDED_BY]-()
    RETURN mention.id AS mentionId, mention.statementIds AS statementIds
    UNION
    MATCH (phantom)<-[:PROVIDED_BY|RECEIVED_BY|FROM_ACTIVITY|TO_ACTIVITY|ABOUT|BROKEN_DOWN_TO]-(mention)
    RETURN mention.id AS mentionId, mention.statementIds AS statementIds
  }
  WITH mentionId, statementIds ORDER BY mentionId LIMIT 20
  UNWIND statementIds AS statementId
  MATCH (statement:Statement {id: statementId})
  RETURN statement
}
WITH factId, statement ORDER BY statement.basis = 'INFERRED', statement.basis = 'CURATED', statement.id
WITH factId, collect(statement)[..$limit] AS statements
UNWIND statements AS statement
MATCH (statement)-[:FROM]->(source:Source)
RETURN factId, statement {.*} AS statement, source {.*} AS source;

UNWIND $ids AS id MATCH (r:Country {id: id}) RETURN [r.id] AS record;

UNWIND $ids AS id MATCH (r:Figure {id: id}) RETURN [r.id, r.id] AS record;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id] AS record;

UNWIND $ids AS id MATCH (r:Source {id: id}) RETURN [r.id] AS record;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Actor {id: parentId})-[tie:TIED_TO]-(:Actor)
WITH DISTINCT tie, startNode(tie) AS first, endNode(tie) AS second
WHERE true AND tie.id > $after WITH * ORDER BY tie.id LIMIT $limit  RETURN collect(tie {.id, .kind, .status, .since, .until, .note, .basis, from: CASE WHEN first IS NULL THEN null ELSE
{id: first.id, labels: labels(first), name: coalesce(first.name, first.id),
 nameKk: first.nameKk, nameRu: first.nameRu, isPhantom: coalesce(first.isPhantom, false)} END, to: CASE WHEN second IS NULL THEN null ELSE
{id: second.id, labels: labels(second), name: coalesce(second.name, second.id),
 nameKk: second.nameKk, nameRu: second.nameRu, isPhantom: coalesce(second.isPhantom, false)} END}) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Entity {id: parentId})-[commitment:COMMITTED_TO]-(:Entity)
WITH commitment, startNode(commitment) AS actor, endNode(commitment) AS policy
WHERE true AND commitment.id > $after WITH * ORDER BY commitment.id LIMIT $limit  RETURN collect(commitment {.id, .kind, .status, .basis, actor: CASE WHEN actor IS NULL THEN null ELSE
{id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
 nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, policy: CASE WHEN policy IS NULL THEN null ELSE
{id: policy.id, labels: labels(policy), name: coalesce(policy.name, policy.id),
 nameKk: policy.nameKk, nameRu: policy.nameRu, isPhantom: coalesce(policy.isPhantom, false)} END}) AS found } RETURN parentId, found;

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
MATCH (:Entity {id: parentId})<-[:ABOUT]-(figure:Figure)
WHERE true AND figure.id > $after WITH * ORDER BY figure.id LIMIT $limit  RETURN collect(figure {.id}) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Entity {id: parentId})<-[:ABOUT]-(figure:Figure)
WHERE true RETURN count(figure) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Source {id: parentId})<-[:FROM]-(statement:Statement)
WHERE true AND statement.id > $after WITH * ORDER BY statement.id LIMIT $limit  RETURN collect(statement {.id, .factId, .text, .locator, .basis, .aspect, .speaker}) AS found } RETURN parentId, found;

UNWIND $parentIds AS parentId CALL (parentId) {
MATCH (:Source {id: parentId})<-[:FROM]-(statement:Statement)
WHERE true RETURN count(statement) AS found } RETURN parentId, found;
