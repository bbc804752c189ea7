UNWIND $ends AS end
MATCH (actor:Actor {id: end.id})-[:PARTICIPATES_IN]->(activity:Activity)
WITH activity, max(end.isSource) AS ofSource, max(end.isTarget) AS ofTarget
MATCH (activity)<-[:PARTICIPATES_IN]-(neighbour:Actor)
WITH DISTINCT activity, ofSource, ofTarget, neighbour
WITH neighbour, count(activity) AS shared, max(ofSource) AS sharesWithSource, max(ofTarget) AS sharesWithTarget
WHERE sharesWithSource = 1 AND sharesWithTarget = 1 AND NOT neighbour.id IN $endIds
WITH neighbour, shared ORDER BY shared DESC, neighbour.id LIMIT $most
RETURN CASE WHEN neighbour IS NULL THEN null ELSE
  {id: neighbour.id, labels: labels(neighbour), name: coalesce(neighbour.name, neighbour.id),
   nameKk: neighbour.nameKk, nameRu: neighbour.nameRu, isPhantom: coalesce(neighbour.isPhantom, false)} END AS neighbour;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id
MATCH (named:Actor {id: id})
CALL (named) {
  RETURN named AS actor
  UNION
  MATCH (actor:Organisation)-[:BELONGS_TO]->(named) RETURN actor
}
WITH id, actor, COUNT { (actor)-[:PARTICIPATES_IN]->() } AS degree
WHERE degree > 0 OR actor.id = id
ORDER BY actor.id <> id, degree DESC, actor.id
WITH id, collect([actor.id, degree]) AS actors
RETURN id, actors[..$most] AS actors, size(actors) > $most AS isCut;

UNWIND $of AS id
MATCH (actor:Actor {id: id})-[part:PARTICIPATES_IN]->(activity)
WHERE part.basis IN $basis AND (activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL)) AND (activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH actor, activity, min(CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END) AS own
MATCH (activity)<-[other:PARTICIPATES_IN]-(neighbour)
WHERE neighbour <> actor AND other.basis IN $basis
WITH actor, neighbour, own, CASE other.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS theirs
WITH actor, neighbour, min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness
WITH actor.id AS from, neighbour.id AS to, neighbour, weakness
WHERE ($within IS NULL OR to IN $within) AND NOT to IN $without
WITH from, to, weakness, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
ORDER BY to IN $first DESC, degree, to, from LIMIT $most
RETURN from, collect([to, weakness, degree]) AS found;

UNWIND $of AS id
MATCH (actor:Actor {id: id})-[part:PARTICIPATES_IN]->(activity)
WHERE part.basis IN $basis AND true
WITH actor, activity, min(CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END) AS own
MATCH (activity)<-[other:PARTICIPATES_IN]-(neighbour)
WHERE neighbour <> actor AND other.basis IN $basis
WITH actor, neighbour, own, CASE other.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS theirs
WITH actor, neighbour, min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness
WITH actor.id AS from, neighbour.id AS to, neighbour, weakness
WHERE ($within IS NULL OR to IN $within) AND NOT to IN $without
WITH from, to, weakness, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
ORDER BY to IN $first DESC, degree, to, from LIMIT $most
RETURN from, collect([to, weakness, degree]) AS found;

UNWIND $pairs AS pair
MATCH (from:Actor {id: pair.from}), (to:Actor {id: pair.to})
WITH pair, CASE WHEN COUNT { (from)-[:PARTICIPATES_IN]->() } <= COUNT { (to)-[:PARTICIPATES_IN]->() }
  THEN [from, to] ELSE [to, from] END AS sides
WITH pair, sides[0] AS few, sides[1] AS many
MATCH (few)-[part:PARTICIPATES_IN]->(activity)
WHERE part.basis IN $basis AND (activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL)) AND (activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH pair, many, activity, min(CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END) AS own
MATCH (activity)<-[other:PARTICIPATES_IN]-(many)
WHERE other.basis IN $basis
WITH pair, activity, own, min(CASE other.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END) AS theirs
WITH pair, activity, CASE WHEN own > theirs THEN own ELSE theirs END AS weakness
ORDER BY weakness, activity.lastDay IS NULL AND activity.firstDay IS NOT NULL DESC,
  activity.lastDay IS NULL, activity.lastDay DESC, activity.id
WITH pair, count(*) AS shared, head(collect([weakness, activity])) AS best
WITH pair, shared, best[0] AS weakness, best[1] AS activity
RETURN pair.from AS from, pair.to AS to, weakness, shared, activity.id AS activity;
