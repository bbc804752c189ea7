MATCH (chain:TriangularArrangement)
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
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

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;
