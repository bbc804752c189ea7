UNWIND $of AS askedId
MATCH (asked:Actor {id: askedId})
MATCH (asked)-[ours:PARTICIPATES_IN]->(activity)
WHERE ours.basis IN $basis AND (activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
WITH activity, collect(DISTINCT askedId) AS sharers
WITH *, CASE WHEN activity:Programme THEN activity END AS programme, CASE WHEN activity:Edition THEN activity END AS edition,
  CASE WHEN activity:Project THEN activity END AS project
WITH *, activity.firstDay AS firstKnown, activity.lastDay AS lastKnown
WITH *, CASE WHEN lastKnown < firstKnown THEN lastKnown ELSE coalesce(firstKnown, lastKnown) END AS firstDay,
  CASE WHEN lastKnown < firstKnown THEN firstKnown ELSE coalesce(lastKnown, firstKnown) END AS lastDay
MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner)
WHERE theirs.basis IN $basis
WITH partner, sharers, count(DISTINCT activity) AS activities,
  count(DISTINCT programme) AS programmes, count(DISTINCT edition) AS editions, count(DISTINCT project) AS projects,
  min(firstDay) AS earliest,
  max(lastDay) AS latest
WITH partner, sum(activities) AS shared, collect({sharers: sharers, activities: activities, work: {byKind: {PROGRAMME: programmes, EDITION: editions, PROJECT: projects}, firstYear: earliest.year, lastYear: latest.year}}) AS groups
WITH partner, shared, groups,
  [id IN $of | reduce(share = 0, group IN groups | share + CASE WHEN id IN group.sharers THEN group.activities ELSE 0 END)] AS shares
WHERE all(share IN shares WHERE share > 0) AND NOT (partner.id IN $of) AND any(label IN labels(partner) WHERE label IN $labels)
WITH *, reduce(least = shared, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least 
WITH * ORDER BY least DESC, shared DESC, partner.id LIMIT $limit
RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END AS partner, shared, shares, [group IN groups | group.work] AS work;
