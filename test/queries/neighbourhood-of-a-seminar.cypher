MATCH (centre:Entity {id: $centre})
WITH centre, [centre] AS shown, [centre] AS walked, [] AS hubs, [] AS levels, [] AS leftOut, $limit AS room
CALL (shown, walked, hubs, room) {
  UNWIND walked AS from
  MATCH (from)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(record)
  WHERE relation.basis IN $basis
  WITH record, count(relation) AS relations
  WHERE NOT record IN shown AND true
  WITH record, CASE WHEN size(hubs) = 0 THEN relations ELSE relations + COUNT {
    UNWIND CASE WHEN CASE WHEN COUNT { (record)--() } <= $mostRelations THEN false
  ELSE COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations END THEN [] ELSE [record] END AS one
    MATCH (one)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(hub)
    WHERE hub IN hubs AND relation.basis IN $basis
    RETURN relation
    UNION ALL
    UNWIND CASE WHEN CASE WHEN COUNT { (record)--() } <= $mostRelations THEN false
  ELSE COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations END THEN hubs ELSE [] END AS hub
    MATCH (record)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]->(hub)
    WHERE relation.basis IN $basis
    RETURN relation
    UNION ALL
    UNWIND CASE WHEN CASE WHEN COUNT { (record)--() } <= $mostRelations THEN false
  ELSE COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations END THEN hubs ELSE [] END AS hub
    MATCH (record)<-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(hub)
    WHERE relation.basis IN $basis
    RETURN relation
  } END AS relations
  ORDER BY relations DESC, record.id
  WITH collect(record) AS found
  CALL (found, room) {
    UNWIND found[room..] AS record
    WITH labels(record) AS labels, count(*) AS count
    RETURN collect({labels: labels, count: count}) AS without
  }
  RETURN found[..room] AS level, without
}
WITH centre, shown, hubs, levels, level, leftOut + without AS leftOut, room
WITH centre, shown + level AS shown, hubs + [record IN level WHERE CASE WHEN COUNT { (record)--() } <= $mostRelations THEN false
  ELSE COUNT { (record)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations END] AS hubs,
  levels + [level] AS levels, level, leftOut, room - size(level) AS room
WITH centre, shown, hubs, levels, leftOut, room,
  CASE WHEN size(leftOut) > 0 THEN [] ELSE [record IN level WHERE NOT record IN hubs] END AS walked
CALL (centre, shown, hubs) {
  CALL (centre, shown, hubs) {
    UNWIND [one IN shown WHERE one <> centre AND NOT one IN hubs] AS record
    MATCH (record)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-(other)
    WHERE other IN shown AND other <> record AND relation.basis IN $basis
    RETURN relation
    UNION ALL
    UNWIND [centre] + hubs AS hub
    UNWIND [one IN [centre] + hubs WHERE one <> hub] AS other
    MATCH (hub)-[relation:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]->(other)
    WHERE relation.basis IN $basis
    RETURN relation
  }
  WITH DISTINCT relation ORDER BY relation.id LIMIT $most
  RETURN collect([
    relation.id, type(relation), relation.role, relation.basis, startNode(relation).id, endNode(relation).id
  ]) AS relations
}
RETURN CASE WHEN centre IS NULL THEN null ELSE
  {id: centre.id, labels: labels(centre), name: coalesce(centre.name, centre.id),
   nameKk: centre.nameKk, nameRu: centre.nameRu, isPhantom: coalesce(centre.isPhantom, false)} END AS centre, CASE WHEN COUNT { (centre)--() } <= $mostRelations THEN false
  ELSE COUNT { (centre)-[:PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO]-() } > $mostRelations END AS centreIsHub, relations,
  [level IN levels | [record IN level | {record: CASE WHEN record IS NULL THEN null ELSE
  {id: record.id, labels: labels(record), name: coalesce(record.name, record.id),
   nameKk: record.nameKk, nameRu: record.nameRu, isPhantom: coalesce(record.isPhantom, false)} END, isHub: record IN hubs}]] AS levels,
  leftOut;

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
