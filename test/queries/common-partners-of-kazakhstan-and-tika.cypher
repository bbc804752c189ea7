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

UNWIND $of AS askedId
MATCH (named:Actor {id: askedId})
CALL (named) {
  RETURN named AS asked
  UNION
  MATCH (asked:Organisation)-[:BELONGS_TO]->(named) RETURN asked
}
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
  AND activity.id > $after
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
ORDER BY activity.id
WITH partner, collect(activity)[..$limit] AS activities
UNWIND activities AS activity
RETURN partner.id AS partnerId, CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END AS activity,
  activity.status AS status, activity.start AS start, activity.end AS end,
  COLLECT {
    MATCH (actor)-[part:PARTICIPATES_IN]->(activity)
    WHERE part.basis IN $basis AND (actor.id IN $of OR EXISTS { (actor)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
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
    WHERE part.basis IN $basis
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
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH activity, collect(DISTINCT askedId) AS sharers
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis
WITH partner, sharers, count(DISTINCT activity) AS activities
WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities, work: {}}) AS groups
WITH partner, shared, groups,
  [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
WHERE all(share IN shares WHERE share > 0) AND NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
WITH *, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least 
WITH * ORDER BY least DESC, shared DESC, partner.id LIMIT $limit
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
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH activity, collect(DISTINCT askedId) AS sharers
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis
WITH partner, sharers, count(DISTINCT activity) AS activities
WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities, work: {}}) AS groups
WITH partner, shared, groups,
  [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
WHERE all(share IN shares WHERE share > 0) AND NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of }) RETURN count(partner) AS count;
