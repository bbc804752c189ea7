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
WITH activity, collect(DISTINCT ours.role) AS ofRoles
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
WHERE theirs.basis IN $basis AND ($partnerRoles IS NULL OR theirs.role IN $partnerRoles) AND partner.id IN $partnerIds
WITH partner, activity, ofRoles, collect(DISTINCT theirs.role) AS roles
WITH partner, ofRoles, roles, labels(activity) AS labels, coalesce(activity.status = 'PLANNED', false) AS isPlanned,
  count(*) AS activities, min(CASE WHEN activity.lastDay < activity.firstDay THEN activity.lastDay ELSE coalesce(activity.firstDay, activity.lastDay) END) AS firstDay, max(CASE WHEN activity.lastDay < activity.firstDay THEN activity.firstDay ELSE coalesce(activity.lastDay, activity.firstDay) END) AS lastDay
RETURN partner.id AS partnerId, {labels: labels, isPlanned: isPlanned, ofRoles: ofRoles, roles: roles, activities: activities, firstYear: firstDay.year, lastYear: lastDay.year} AS alike;
