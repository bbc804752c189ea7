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

UNWIND $of AS askedId
MATCH (named:Actor {id: askedId})
CALL (named) {
  RETURN named AS asked
  UNION
  MATCH (asked:Organisation)-[:BELONGS_TO]->(named) RETURN asked
}
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity:Activity)
WHERE ours.basis IN $basis AND ($ofRoles IS NULL OR ours.role IN $ofRoles)
  AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
  AND activity.id > $after
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles) AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
ORDER BY activity.id
WITH partner, collect(activity)[..$limit] AS activities
UNWIND activities AS activity
RETURN partner.id AS partnerId, CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END AS activity,
  activity.status AS status, activity.start AS start, activity.end AS end,
  COLLECT {
    MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity)
    WHERE part.basis IN $basis AND ($ofRoles IS NULL OR part.role IN $ofRoles) AND (actor.id IN $of OR EXISTS { (actor)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
    WITH part, actor ORDER BY part.id LIMIT $mostParticipations
    RETURN part {.id, .role, .status, .since, .until, .percentage, .note, .basis,
  actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, activity: CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END}
  } AS ofParticipations,
  COLLECT {
    MATCH (partner)-[part:PARTICIPATES_IN]->(activity)
    WHERE part.basis IN $basis AND ($partnerRoles IS NULL OR part.role IN $partnerRoles)
    WITH part ORDER BY part.id LIMIT $mostParticipations
    RETURN part {.id, .role, .status, .since, .until, .percentage, .note, .basis,
  actor: CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END, activity: CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END}
  } AS partnerParticipations
ORDER BY activity.id;

UNWIND $of AS askedId
MATCH (named:Actor {id: askedId})
CALL (named) {
  RETURN named AS asked
  UNION
  MATCH (asked:Organisation)-[:BELONGS_TO]->(named) RETURN asked
}
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity:Activity)
WHERE ours.basis IN $basis AND ($ofRoles IS NULL OR ours.role IN $ofRoles)
  AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH activity, collect(DISTINCT named.id) AS sharers
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles)
WITH partner, sharers, count(DISTINCT activity) AS activities
WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities}) AS groups
WITH partner, shared,
  [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
WHERE all(share IN shares WHERE share > 0) AND 
NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
  AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels))
WITH partner, shared, shares, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least
WHERE $afterLeast IS NULL OR least < $afterLeast
  OR (least = $afterLeast AND (shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId)))
WITH partner, shared, shares, least ORDER BY least DESC, shared DESC, partner.id LIMIT $limit
RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END AS partner, shared, shares;

UNWIND $of AS askedId
MATCH (named:Actor {id: askedId})
CALL (named) {
  RETURN named AS asked
  UNION
  MATCH (asked:Organisation)-[:BELONGS_TO]->(named) RETURN asked
}
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity:Activity)
WHERE ours.basis IN $basis AND ($ofRoles IS NULL OR ours.role IN $ofRoles)
  AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH activity, collect(DISTINCT named.id) AS sharers
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles)
WITH partner, sharers, count(DISTINCT activity) AS activities
WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities}) AS groups
WITH partner, shared,
  [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
WHERE all(share IN shares WHERE share > 0) AND 
NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
  AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels))
WITH partner, shared, shares, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least RETURN count(partner) AS count;
