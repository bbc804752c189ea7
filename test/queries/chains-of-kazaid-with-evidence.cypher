MATCH (named:Actor) WHERE named.id IN $anchors
CALL (named) { RETURN named AS player UNION MATCH (player:Organisation)-[:BELONGS_TO]->(named) RETURN player }
MATCH (player)-[:PLAYS]->(chain:TriangularArrangement)
WITH DISTINCT chain WHERE all(actor IN $actors WHERE EXISTS { MATCH (player:Actor)-[play:PLAYS]->(chain) WHERE play.basis IN $basis AND (player.id IN [actor] OR EXISTS { (player)-[:BELONGS_TO]->(own:Country) WHERE own.id IN [actor] }) }) 
WITH chain, COLLECT { MATCH (:Actor)-[play:PLAYS]->(chain) RETURN play {.role, .basis} } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE any(play IN plays WHERE play.role = role AND play.basis = strength)])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
WITH chain, last([strength IN $strengths WHERE strength IN founded]) AS basis
WHERE basis IN $basis RETURN count(chain) AS count;

MATCH (named:Actor) WHERE named.id IN $anchors
CALL (named) { RETURN named AS player UNION MATCH (player:Organisation)-[:BELONGS_TO]->(named) RETURN player }
MATCH (player)-[:PLAYS]->(chain:TriangularArrangement)
WITH DISTINCT chain WHERE all(actor IN $actors WHERE EXISTS { MATCH (player:Actor)-[play:PLAYS]->(chain) WHERE play.basis IN $basis AND (player.id IN [actor] OR EXISTS { (player)-[:BELONGS_TO]->(own:Country) WHERE own.id IN [actor] }) }) 
WITH chain, COLLECT { MATCH (:Actor)-[play:PLAYS]->(chain) RETURN play {.role, .basis} } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE any(play IN plays WHERE play.role = role AND play.basis = strength)])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
WITH chain, last([strength IN $strengths WHERE strength IN founded]) AS basis
WHERE basis IN $basis WITH chain WHERE chain.id > $after WITH chain ORDER BY chain.id LIMIT $limit RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
  actors: COLLECT {
    MATCH (actor:Actor)-[play:PLAYS]->(chain)
    WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
    WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
    ORDER BY play.id
    RETURN play {.id, .role, .basis, actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, country: CASE WHEN country IS NULL THEN null ELSE
  {id: country.id, labels: labels(country), name: coalesce(country.name, country.id),
   nameKk: country.nameKk, nameRu: country.nameRu, isPhantom: coalesce(country.isPhantom, false)} END}
  },
  activities: COLLECT { MATCH (chain)-[:COVERS]->(activity:Activity) WITH activity ORDER BY activity.id RETURN CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END }
} AS chain ORDER BY chain.id;

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
