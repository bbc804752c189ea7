CALL () {
  MATCH (record:Entity) WHERE record.id IN $others
  MATCH (record)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(other)
  WHERE (other.id IN $hubs OR other.id IN $others) AND other <> record AND relation.basis IN $basis AND ($roles IS NULL OR (type(relation) = 'PARTICIPATES_IN' AND relation.role IN $roles))
  RETURN relation
  UNION
  UNWIND $hubs AS hubId
  MATCH (hub:Entity {id: hubId})
  UNWIND $hubs AS otherId
  MATCH (other:Entity {id: otherId}) WHERE other <> hub
  MATCH (hub)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]->(other)
  WHERE relation.basis IN $basis AND ($roles IS NULL OR (type(relation) = 'PARTICIPATES_IN' AND relation.role IN $roles))
  RETURN relation
}
WITH relation ORDER BY relation.id LIMIT $most
RETURN relation.id AS id, type(relation) AS kind, relation.role AS role, relation.basis AS basis,
  startNode(relation).id AS from, endNode(relation).id AS to;

MATCH (record:Entity {id: $id})
RETURN COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations AS isHub;

MATCH (walked:Entity) WHERE walked.id IN $walked
MATCH (walked)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(record)
WHERE relation.basis IN $basis AND ($roles IS NULL OR (type(relation) = 'PARTICIPATES_IN' AND relation.role IN $roles))
WITH record, count(relation) AS relations
WHERE NOT record.id IN $shown AND ($labels IS NULL OR any(label IN labels(record) WHERE label IN $labels))
  AND (record:Actor OR (($from IS NULL OR record.lastDay >= date($from) OR (record.firstDay IS NOT NULL AND record.lastDay IS NULL))
  AND ($to IS NULL OR record.firstDay <= date($to) OR (record.lastDay IS NOT NULL AND record.firstDay IS NULL)))) 
WITH record ORDER BY relations DESC, record.id
WITH collect(record) AS records
RETURN COLLECT {
    UNWIND records[..$room] AS record
    RETURN {record: CASE WHEN record IS NULL THEN null ELSE
  {id: record.id, labels: labels(record), name: coalesce(record.name, record.id),
   nameKk: record.nameKk, nameRu: record.nameRu, isPhantom: coalesce(record.isPhantom, false)} END, isHub: COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations}
  } AS found,
  COLLECT {
    UNWIND records[$room..] AS record
    WITH labels(record) AS labels, count(*) AS count
    RETURN {labels: labels, count: count}
  } AS leftOut;

UNWIND $factIds AS factId
CALL (factId) {
  MATCH (statement:Statement {factId: factId})
  RETURN statement
  UNION
  MATCH (phantom:Entity {id: factId}) WHERE phantom.isPhantom
  CALL (phantom) {
    MATCH (phantom)-[mention:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|COMMITTED_TO|PART_OF|RELATED_TO|REPORTED_BY|DELIVERED_THROUGH|IN_REGION|IN_SECTOR|CONTRIBUTES_TO]-()
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

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
