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
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

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
MATCH (actor:Actor {id: pair.actor}), (activity:Activity {id: pair.activity})
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
WITH actor, activity, part ORDER BY part.id
RETURN actor.id AS actor, activity.id AS activity, collect(part {.id, .role, .status, .since, .until, .percentage, .note, .basis,
  actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, activity: CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END}) AS participations;

UNWIND [$source, $target] AS id
MATCH (named:Actor {id: id})
CALL (named) {
  RETURN named AS actor
  UNION
  MATCH (actor:Organisation)-[:BELONGS_TO]->(named) RETURN actor
}
WITH id, actor, COUNT { (actor)-[:PARTICIPATES_IN]->() } AS degree
WHERE degree > 0 OR actor.id = id
ORDER BY actor.id <> id, degree DESC, actor.id
WITH id, collect(actor) AS actors, collect(degree) AS degrees
WITH id, actors[..$mostActors] AS actors, degrees, reduce(sum = 0, degree IN degrees | sum + degree) AS cost
ORDER BY cost
WITH collect({id: id, actors: actors, degrees: degrees, cost: cost}) AS ends
WITH ends, $mayBeOneSided AND ends[1].cost > 3 * ends[0].cost AS isOneSided,
  reduce(members = [], end IN ends | members + end.actors) AS members
WITH ends, isOneSided, members,
  size(ends) = 2 AND ends[0].cost <= $few AND (isOneSided OR ends[1].cost <= $few) AS areFew 
CALL (ends, areFew, isOneSided, members) {
  CALL (ends, areFew, isOneSided, members) {
    UNWIND CASE WHEN NOT areFew THEN [] WHEN isOneSided THEN ends[..1] ELSE ends END AS end
    UNWIND end.actors AS actor
    MATCH (actor)-[part:PARTICIPATES_IN]->(activity)<-[other:PARTICIPATES_IN]-(neighbour)
    WHERE neighbour <> actor AND part.basis IN $basis AND other.basis IN $basis
      AND true
    WITH end.id = $source AS isNear, actor, neighbour, activity, CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS own, CASE other.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS theirs
    WITH isNear, actor, neighbour, activity, min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness
    RETURN isNear, actor, neighbour, collect([activity, weakness]) AS shared
    UNION ALL
    UNWIND CASE WHEN areFew AND isOneSided THEN ends[0].actors ELSE [] END AS actor
    MATCH (actor)-[part:PARTICIPATES_IN]->(activity)<-[other:PARTICIPATES_IN]-(neighbour)
    WHERE neighbour <> actor AND part.basis IN $basis AND other.basis IN $basis
      AND true
    WITH DISTINCT neighbour WHERE NOT neighbour IN members
    WITH neighbour, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
    WHERE NOT $avoidHubs OR degree <= $mostNormal
    WITH collect(neighbour) AS between, sum(degree) AS cost
    UNWIND CASE WHEN cost <= $few THEN between ELSE [] END AS actor
    MATCH (actor)-[part:PARTICIPATES_IN]->(activity)<-[other:PARTICIPATES_IN]-(neighbour)
    WHERE neighbour <> actor AND part.basis IN $basis AND other.basis IN $basis
      AND true AND neighbour IN ends[1].actors
    WITH actor, neighbour, activity, CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS own, CASE other.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END AS theirs
    WITH actor, neighbour, activity, min(CASE WHEN own > theirs THEN own ELSE theirs END) AS weakness
    WITH actor, neighbour, collect([activity, weakness]) AS shared
    RETURN ends[1].id = $source AS isNear, neighbour AS actor, actor AS neighbour, shared
  }
  WITH neighbour, collect([actor, neighbour, shared]) AS links, collect(DISTINCT isNear) AS sides
  WITH neighbour, links, sides, neighbour IN members AS isEnd, COUNT { (neighbour)-[:PARTICIPATES_IN]->() } AS degree
  RETURN collect({
    actor: neighbour, degree: degree, links: links, isEnd: isEnd,
    isNear: true IN sides, isFar: false IN sides,
    mayPass: NOT isEnd AND (NOT $avoidHubs OR degree <= $mostNormal)
  }) AS found
}
WITH ends, isOneSided, found, [one IN found WHERE one.mayPass] AS passable,
  areFew AND reduce(sum = 0, one IN found | sum + size(one.links)) <= $mostLinks AS areFew
WITH ends, isOneSided, found, passable, areFew,
  size([one IN passable WHERE one.isNear AND one.isFar]) >= $limit AS isEnough
WITH *, areFew AND (isEnough OR NOT isOneSided OR size(found) = 0) AS areKnown
WITH *, areFew AND NOT areKnown AND ends[1].cost <= $few AS isWorthMore, CASE WHEN areKnown THEN found ELSE [] END AS told 
WITH *, areKnown AND NOT isOneSided AND NOT isEnough AND $maxHops > 2
  AND reduce(sum = 0, one IN passable | sum + CASE WHEN one.isNear THEN one.degree ELSE 0 END) <= $few
  AND reduce(sum = 0, one IN passable | sum + CASE WHEN one.isFar THEN one.degree ELSE 0 END) <= $few AS areJoined
CALL (passable, areJoined) {
  UNWIND CASE WHEN areJoined THEN passable ELSE [] END AS one
  WITH one.actor AS actor, one.isNear AS isNear, one.isFar AS isFar
  MATCH (actor)-[part:PARTICIPATES_IN]->(activity)
  WHERE part.basis IN $basis AND true
  WITH activity, actor, isNear, isFar, min(CASE part.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END) AS weakness
  WITH activity, collect([actor, weakness, isNear, isFar]) AS parts
  WITH activity, [one IN parts WHERE one[2]] AS near, [one IN parts WHERE one[3]] AS far
  WITH collect([activity, near, far]) AS meetings, sum(size(near) * size(far)) <= $mostLinks AS areFewPairs
  CALL (meetings, areFewPairs) {
    UNWIND CASE WHEN areFewPairs THEN meetings ELSE [] END AS meeting
    UNWIND meeting[1] AS near
    UNWIND meeting[2] AS far
    WITH near[0] AS actor, far[0] AS neighbour, meeting[0] AS activity,
      CASE WHEN near[1] > far[1] THEN near[1] ELSE far[1] END AS weakness
    WHERE actor <> neighbour
    WITH actor, neighbour, collect([activity, weakness]) AS shared
    RETURN collect([actor, neighbour, shared]) AS joined
  }
  RETURN joined, areFewPairs
}
WITH *, areJoined AND areFewPairs AS areAllJoined 
CALL (told, isEnough, joined) {
  UNWIND [one IN told WHERE NOT isEnough OR one.isEnd OR one.isNear AND one.isFar | one.links] + [joined] AS links
  UNWIND links AS link
  WITH link[0] AS actor, link[1] AS neighbour, link[2] AS shared
  UNWIND shared AS each
  WITH actor, neighbour, each[0] AS activity, each[1] AS weakness
  ORDER BY weakness, activity.lastDay IS NULL AND activity.firstDay IS NOT NULL DESC,
  activity.lastDay IS NULL, activity.lastDay DESC, activity.id
  WITH actor, neighbour, count(*) AS shared, head(collect([weakness, activity])) AS best
  WITH actor, neighbour, shared, best[0] AS weakness, best[1] AS activity
  RETURN collect([actor.id, neighbour.id, weakness, COUNT { (neighbour)-[:PARTICIPATES_IN]->() }, shared, activity.id]) AS links
}
RETURN [end IN ends | [end.id, [actor IN end.actors | actor.id], end.degrees]] AS ends,
  areKnown, isWorthMore, areAllJoined AS areJoined, links;
