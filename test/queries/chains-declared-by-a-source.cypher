MATCH (chain:TriangularArrangement)
WITH chain, COLLECT { MATCH (:Actor)-[play:PLAYS]->(chain) RETURN play {.role, .basis} } AS plays
WITH chain, [role IN $roles | head([strength IN $strengths WHERE any(play IN plays WHERE play.role = role AND play.basis = strength)])] AS founded
WHERE all(strength IN founded WHERE strength IS NOT NULL)
WITH chain, last([strength IN $strengths WHERE strength IN founded]) AS basis
WHERE basis IN $basis RETURN count(chain) AS count;

MATCH (chain:TriangularArrangement)
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
