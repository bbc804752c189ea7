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
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles)
WITH partner, count(DISTINCT activity) AS shared
WHERE 
NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
  AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels)) RETURN count(partner) AS count;

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
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles) AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
MATCH (activity)-[:IN_SECTOR]->(sector:Sector)
WITH partner, sector, count(DISTINCT activity) AS activities
ORDER BY activities DESC, sector.id
WITH partner, collect({sector: sector, activities: activities})[..$limit] AS most
RETURN partner.id AS partnerId, [each IN most | {sector: CASE WHEN each.sector IS NULL THEN null ELSE
  {id: each.sector.id, labels: labels(each.sector), name: coalesce(each.sector.name, each.sector.id),
   nameKk: each.sector.nameKk, nameRu: each.sector.nameRu, isPhantom: coalesce(each.sector.isPhantom, false)} END, activities: each.activities}] AS sectors;

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
WITH DISTINCT activity
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles) AND partner.id IN $partnerIds
WITH DISTINCT partner, activity
MATCH (activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
WITH partner, transaction LIMIT $limit
RETURN partner.id AS partnerId, transaction.currency AS currency, collect(transaction.amount) AS amounts;

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
WITH activity, collect(DISTINCT ours.role) AS ofRoles
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles)
WITH partner, activity, ofRoles, collect(DISTINCT theirs.role) AS roles
WITH partner, ofRoles, roles, labels(activity) AS labels, coalesce(activity.status = 'PLANNED', false) AS isPlanned,
  count(*) AS activities, min(CASE WHEN activity.lastDay < activity.firstDay THEN activity.lastDay ELSE coalesce(activity.firstDay, activity.lastDay) END) AS firstDay, max(CASE WHEN activity.lastDay < activity.firstDay THEN activity.firstDay ELSE coalesce(activity.lastDay, activity.firstDay) END) AS lastDay
WITH partner, sum(activities) AS shared, collect({labels: labels, isPlanned: isPlanned, ofRoles: ofRoles, roles: roles, activities: activities, firstYear: firstDay.year, lastYear: lastDay.year}) AS alike
WHERE 
NOT (partner.id IN $of OR EXISTS { (partner)-[:BELONGS_TO]->(own:Country) WHERE own.id IN $of })
  AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels)) AND ($afterShared IS NULL OR shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId))
WITH partner, shared, alike ORDER BY shared DESC, partner.id LIMIT $limit
RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END AS partner, shared, alike;
