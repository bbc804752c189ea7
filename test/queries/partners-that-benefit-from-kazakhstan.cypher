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
  AND ($labels IS NULL OR any(label IN labels(partner) WHERE label IN $labels)) AND ($afterShared IS NULL OR shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId))
WITH partner, shared ORDER BY shared DESC, partner.id LIMIT $limit
RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END AS partner, shared;

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
