UNWIND $anchors AS anchor
MATCH (named:Actor {id: anchor})
CALL (named) {
  RETURN named AS player
  UNION
  MATCH (player:Organisation)-[:BELONGS_TO]->(named) RETURN player
}
MATCH (player)-[play:PLAYS]->(chain)
WHERE play.basis IN $basis AND play.role = 'FACILITATING'
WITH DISTINCT chain WHERE EXISTS { MATCH (player)-[play:PLAYS {role: 'PIVOTAL'}]->(chain) WHERE play.basis IN $basis AND (player.id IN $pivotal OR EXISTS { (player)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $pivotal }) } 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

UNWIND $anchors AS anchor
MATCH (named:Actor {id: anchor})
CALL (named) {
  RETURN named AS player
  UNION
  MATCH (player:Organisation)-[:BELONGS_TO]->(named) RETURN player
}
MATCH (player)-[play:PLAYS]->(chain)
WHERE play.basis IN $basis AND play.role = 'FACILITATING'
WITH DISTINCT chain WHERE chain.id > $after
  AND EXISTS { MATCH (player)-[play:PLAYS {role: 'PIVOTAL'}]->(chain) WHERE play.basis IN $basis AND (player.id IN $pivotal OR EXISTS { (player)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $pivotal }) } 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
  actors: COLLECT {
    MATCH (actor)-[play:PLAYS]->(chain)
    WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
    WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
    ORDER BY play.id
    RETURN play {.id, .role, .basis, actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, country: CASE WHEN country IS NULL THEN null ELSE
  {id: country.id, labels: labels(country), name: coalesce(country.name, country.id),
   nameKk: country.nameKk, nameRu: country.nameRu, isPhantom: coalesce(country.isPhantom, false)} END}
  },
  activities: COLLECT {
    MATCH (chain)-[:COVERS]->(activity)
    WITH activity ORDER BY activity.id
    RETURN CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END
  }} AS chain ORDER BY chain.id;

UNWIND $ids AS id
MATCH (chain:TriangularArrangement {id: id})
RETURN id,
  COLLECT { MATCH (chain)-[:IN_REGION]->(region:Region) WITH region ORDER BY region.id RETURN CASE WHEN region IS NULL THEN null ELSE
  {id: region.id, labels: labels(region), name: coalesce(region.name, region.id),
   nameKk: region.nameKk, nameRu: region.nameRu, isPhantom: coalesce(region.isPhantom, false)} END } AS regions,
  COLLECT {
    MATCH (chain)-[:COVERS*0..1]->()-[:IN_SECTOR]->(sector:Sector)
    WITH DISTINCT sector ORDER BY sector.id RETURN CASE WHEN sector IS NULL THEN null ELSE
  {id: sector.id, labels: labels(sector), name: coalesce(sector.name, sector.id),
   nameKk: sector.nameKk, nameRu: sector.nameRu, isPhantom: coalesce(sector.isPhantom, false)} END
  } AS sectors,
  COLLECT {
    MATCH (chain)-[:COVERS]->(:Activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
    RETURN transaction {.amount, .currency}
  } AS commitments;
