MATCH (chain:TriangularArrangement) WHERE (chain.firstDay <= date($to) OR (chain.lastDay IS NOT NULL AND chain.firstDay IS NULL))
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL))
  AND (chain.firstDay <= date($to) OR (chain.lastDay IS NOT NULL AND chain.firstDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL))
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND (chain.firstDay <= date($to) OR (chain.lastDay IS NOT NULL AND chain.firstDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL))
  AND (chain.firstDay <= date($to) OR (chain.lastDay IS NOT NULL AND chain.firstDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

MATCH (chain:TriangularArrangement) WHERE chain.id > $after
  AND chain.status IN $statuses
  AND (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis
WITH chain ORDER BY chain.id LIMIT $limit
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end} AS chain ORDER BY chain.id;

MATCH (chain:TriangularArrangement) WHERE chain.status IN $statuses
  AND (chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL)) 
WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
  AND last([strength IN $strengths WHERE strength IN founded]) IN $basis RETURN count(chain) AS count;
