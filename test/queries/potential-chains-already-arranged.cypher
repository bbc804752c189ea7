MATCH (named:Actor {id: $pivot})
CALL (named) {
  RETURN named AS own
  UNION
  MATCH (own:Organisation)-[:BELONGS_TO]->(named) RETURN own
}
MATCH (own)-[theirs:PARTICIPATES_IN]->(activity:Activity)
WHERE theirs.basis IN $basis AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors }) AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH DISTINCT activity
MATCH (activity)<-[part:PARTICIPATES_IN]-(facilitator:Actor)
WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND facilitator.id <> $pivot
WITH facilitator, count(DISTINCT activity) AS shared, max(CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END) AS sharedYear
WITH facilitator, shared, sharedYear,
  COLLECT { MATCH (facilitator)-[:BELONGS_TO*0..1]->(home:Country) RETURN home.id } AS homes
WHERE (size(homes) > 0 OR facilitator.kind IN $multilateral)
  AND none(home IN homes WHERE home IN $pivotHomes)
  AND ($facilitators IS NULL OR facilitator.id IN $facilitators OR any(home IN homes WHERE home IN $facilitators))
MATCH (facilitator)-[part:PARTICIPATES_IN]->(activity:Activity)
WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors }) AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
WITH DISTINCT facilitator, homes, shared, sharedYear, activity
MATCH (activity)<-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
  WHERE gain.basis IN $basis
  AND NOT country.id IN $pivotHomes AND NOT country.id IN homes
  AND ($beneficiaries IS NULL OR country.id IN $beneficiaries)
  AND ($regions IS NULL OR EXISTS { MATCH (country)-[:IN_REGION*1..3]->(region:Region) WHERE region.id IN $regions })
  AND NOT [facilitator.id, country.id] IN $arranged
WITH facilitator, country, shared, sharedYear, collect(DISTINCT activity) AS activities
LIMIT $limit
RETURN facilitator.id AS facilitator, country.id AS beneficiary, shared, size(activities) AS activities,
  [category IN COLLECT {
    UNWIND activities AS one
    MATCH (one)-[:IN_SECTOR]->(sector:Sector)
    OPTIONAL MATCH (sector)-[:IN_SECTOR]->(above:Sector)
    WITH DISTINCT coalesce(above.id, sector.id) AS category
    RETURN category ORDER BY category
  } WHERE category IN $categories] AS categories,
  reduce(last = sharedYear, activity IN activities |
    CASE WHEN last IS NULL OR CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END > last THEN CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END ELSE last END) AS lastYear;

MATCH (named:Actor {id: $pivot})
CALL (named) {
  RETURN named AS own
  UNION
  MATCH (own:Organisation)-[:BELONGS_TO]->(named) RETURN own
}
WITH named, collect(own) AS owners
WITH named, owners, COLLECT {
  UNWIND owners AS owner
  MATCH (owner)-[part:PARTICIPATES_IN]->(activity:Activity)
  WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors }) AND ($from IS NULL OR activity.lastDay >= date($from) OR (activity.firstDay IS NOT NULL AND activity.lastDay IS NULL))
  AND ($to IS NULL OR activity.firstDay <= date($to) OR (activity.lastDay IS NOT NULL AND activity.firstDay IS NULL))
  RETURN DISTINCT activity
} AS activities
RETURN COLLECT { MATCH (named)-[:BELONGS_TO*0..1]->(home:Country) RETURN home.id } AS homes,
  named.kind AS kind,
  COLLECT {
    UNWIND activities AS one
    MATCH (one)-[:IN_SECTOR]->(sector:Sector)
    OPTIONAL MATCH (sector)-[:IN_SECTOR]->(above:Sector)
    WITH DISTINCT coalesce(above.id, sector.id) AS category
    RETURN category ORDER BY category
  } AS categories,
  COLLECT {
    UNWIND activities AS activity
    MATCH (activity)<-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
  WHERE gain.basis IN $basis
    WITH country, count(DISTINCT activity) AS carried, max(CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END) AS lastYear
    RETURN {id: country.id, activities: carried, lastYear: lastYear}
  } AS countries,
  COLLECT {
    UNWIND owners AS owner
    MATCH (owner)-[:PLAYS {role: 'PIVOTAL'}]->(chain:TriangularArrangement)
    MATCH (chain)<-[:PLAYS {role: 'FACILITATING'}]-(:Actor)-[:BELONGS_TO*0..1]->(facilitator:Actor)
    MATCH (chain)<-[:PLAYS {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
    RETURN DISTINCT [facilitator.id, country.id]
  } AS arranged;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
