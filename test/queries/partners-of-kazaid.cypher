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
MATCH (asked:Actor {id: askedId})
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
    WHERE part.basis IN $basis AND (actor.id IN $of)
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
MATCH (asked:Actor {id: askedId})
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis
WITH partner, count(DISTINCT activity) AS shared
WHERE NOT (partner.id IN $of) RETURN count(partner) AS count;

UNWIND $of AS askedId
MATCH (asked:Actor {id: askedId})
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
MATCH (activity)-[:IN_SECTOR]->(sector:Sector)
WITH partner, sector, count(DISTINCT activity) AS activities
ORDER BY activities DESC, sector.id
WITH partner, collect({sector: sector, activities: activities})[..$limit] AS most
RETURN partner.id AS partnerId, [each IN most | {sector: CASE WHEN each.sector IS NULL THEN null ELSE
  {id: each.sector.id, labels: labels(each.sector), name: coalesce(each.sector.name, each.sector.id),
   nameKk: each.sector.nameKk, nameRu: each.sector.nameRu, isPhantom: coalesce(each.sector.isPhantom, false)} END, activities: each.activities}] AS sectors;

UNWIND $of AS askedId
MATCH (asked:Actor {id: askedId})
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
MATCH (activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
WITH partner, transaction LIMIT $limit
RETURN partner.id AS partnerId, transaction.currency AS currency, collect(transaction.amount) AS amounts;

UNWIND $of AS askedId
MATCH (asked:Actor {id: askedId})
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND true
WITH DISTINCT activity
WITH *, CASE WHEN activity:Programme THEN activity END AS programme, CASE WHEN activity:Edition THEN activity END AS edition,
  CASE WHEN activity:Project THEN activity END AS project
WITH *, activity.firstDay AS firstKnown, activity.lastDay AS lastKnown
WITH *, CASE WHEN lastKnown < firstKnown THEN lastKnown ELSE coalesce(firstKnown, lastKnown) END AS firstDay,
  CASE WHEN lastKnown < firstKnown THEN firstKnown ELSE coalesce(lastKnown, firstKnown) END AS lastDay
WITH *, CASE WHEN activity.status = 'PLANNED' THEN activity END AS plannedActivity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis
WITH partner, count(DISTINCT activity) AS shared,
  count(DISTINCT programme) AS programmes, count(DISTINCT edition) AS editions, count(DISTINCT project) AS projects,
  min(firstDay) AS earliest,
  max(lastDay) AS latest,
  count(DISTINCT plannedActivity) AS planned
WHERE NOT (partner.id IN $of) 
WITH * ORDER BY shared DESC, partner.id LIMIT $limit
RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END AS partner, shared, [{byKind: {PROGRAMME: programmes, EDITION: editions, PROJECT: projects}, firstYear: earliest.year, lastYear: latest.year, plannedActivities: planned}] AS work;
