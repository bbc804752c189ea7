UNWIND $anchors AS anchor
MATCH (player:Actor {id: anchor})
MATCH (player)-[play:PLAYS]->(chain)
WHERE play.basis IN $basis
WITH DISTINCT chain 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

UNWIND $anchors AS anchor
MATCH (player:Actor {id: anchor})
MATCH (player)-[play:PLAYS]->(chain)
WHERE play.basis IN $basis
WITH DISTINCT chain WHERE chain.id > $after 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
  actors: COLLECT {
    MATCH (actor)-[play:PLAYS]->(chain)
    WITH play, actor ORDER BY play.id
    RETURN play {.id, .role, .basis, actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END}
  }} AS chain ORDER BY chain.id;

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
