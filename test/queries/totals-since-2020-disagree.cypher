// generated: MATCH (this:Figure)

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

UNWIND $ids AS id
MATCH (figure:Figure {id: id})
OPTIONAL MATCH (figure)-[:ABOUT]->(subject:Entity)
OPTIONAL MATCH (figure)-[:BROKEN_DOWN_TO]->(part:Entity)
RETURN id, CASE WHEN subject IS NULL THEN null ELSE
  {id: subject.id, labels: labels(subject), name: coalesce(subject.name, subject.id),
   nameKk: subject.nameKk, nameRu: subject.nameRu, isPhantom: coalesce(subject.isPhantom, false)} END AS subject, CASE WHEN part IS NULL THEN null ELSE
  {id: part.id, labels: labels(part), name: coalesce(part.name, part.id),
   nameKk: part.nameKk, nameRu: part.nameRu, isPhantom: coalesce(part.isPhantom, false)} END AS breakdownEntity;

UNWIND $ids AS id
MATCH (one:Figure {id: id})-[:ABOUT]->(subject:Entity)<-[:ABOUT]-(other:Figure)
WHERE other <> one
  AND other.measureId = one.measureId AND other.unit = one.unit AND other.flowBasis = one.flowBasis
  AND other.priceBasis = one.priceBasis
  AND coalesce(other.breakdownBy, '') = coalesce(one.breakdownBy, '')
  AND coalesce(other.breakdownItem, '') = coalesce(one.breakdownItem, '')
  AND coalesce(other.comparedWith, '') = coalesce(one.comparedWith, '')
  AND (one.lastDay IS NULL OR other.firstDay IS NULL OR other.firstDay <= one.lastDay)
  AND (other.lastDay IS NULL OR one.firstDay IS NULL OR one.firstDay <= other.lastDay)
WITH one, other ORDER BY other.id
RETURN one {.id, .value, .unit, .qualifier} AS one, collect(other {.id, .value, .unit, .qualifier}) AS others;

UNWIND $ids AS id MATCH (r:Figure {id: id}) RETURN [r.id, r.id, r.value, r.unit, r.qualifier, r.period, r.firstDay, r.lastDay, r.asOf, r.flow, r.flowBasis, r.priceBasis, r.termInSource, r.note, r.basis, COLLECT {
  MATCH (r)-[:MEASURES]->(r_0:Measure)
  WITH DISTINCT r_0  SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.id, r_0.name]
}] AS record;

UNWIND $ids AS id MATCH (r:Figure {id: id}) RETURN [r.id, r.id, r.value] AS record;
