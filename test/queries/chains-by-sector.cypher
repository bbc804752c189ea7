MATCH (chain:TriangularArrangement) WHERE (
    EXISTS { MATCH (chain)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors }
    OR EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors }) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND (
    EXISTS { MATCH (chain)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors }
    OR EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors }) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

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

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
