MATCH (country:Country) WHERE country.id IN $countries
MATCH (country)<-[:BELONGS_TO*0..1]-(:Actor)-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity:Activity)
WHERE gain.basis IN $basis AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors })
WITH activity, collect(DISTINCT country.id) AS countries
WITH activity, countries, [category IN COLLECT {
    UNWIND [activity] AS one
    MATCH (one)-[:IN_SECTOR]->(sector:Sector)
    OPTIONAL MATCH (sector)-[:IN_SECTOR]->(above:Sector)
    WITH DISTINCT coalesce(above.id, sector.id) AS category
    RETURN category ORDER BY category
  } WHERE category IN $categories] AS categories,
  COLLECT {
    MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
    WHERE theirs.basis IN $basis AND theirs.role <> 'BENEFICIARY' AND partner.id IN $partners
    RETURN DISTINCT partner.id
  } AS partners
MATCH (activity)<-[part:PARTICIPATES_IN]-(candidate:Actor)
WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND NOT candidate.id IN $known
WITH candidate, max(CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END) AS lastYear, collect(countries) AS countries,
  collect(categories) AS categories, collect(partners) AS partners
WHERE any(list IN categories WHERE size(list) > 0)
WITH candidate, lastYear, countries, categories, partners LIMIT $limit
RETURN candidate.id AS actor, lastYear, COLLECT { UNWIND countries AS list UNWIND list AS item WITH DISTINCT item RETURN item ORDER BY item } AS countries,
  COLLECT { UNWIND categories AS list UNWIND list AS item WITH DISTINCT item RETURN item ORDER BY item } AS categories, size(COLLECT { UNWIND partners AS list UNWIND list AS item WITH DISTINCT item RETURN item ORDER BY item }) AS partners;

MATCH (named:Actor {id: $of})
CALL (named) {
  RETURN named AS own
  UNION
  MATCH (own:Organisation)-[:BELONGS_TO]->(named) RETURN own
}
WITH named, collect(own) AS owners
WITH owners, [owner IN owners | owner.id] + COLLECT { MATCH (named)-[:BELONGS_TO]->(home:Country) RETURN home.id } AS ownIds,
  COLLECT {
    UNWIND owners AS owner
    MATCH (owner)-[part:PARTICIPATES_IN]->(activity:Activity)
    WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors })
    RETURN DISTINCT activity
  } AS activities
RETURN COLLECT {
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
    RETURN DISTINCT country.id
  } AS countries,
  COLLECT {
    UNWIND activities AS activity
    MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
    WHERE theirs.basis IN $basis AND theirs.role <> 'BENEFICIARY' AND NOT partner.id IN ownIds
    RETURN DISTINCT partner.id
  } AS partners,
  ownIds + COLLECT {
    UNWIND owners AS owner
    MATCH (owner)-[part:PARTICIPATES_IN]->(:Activity)<-[theirs:PARTICIPATES_IN]-(other:Actor)
    WHERE part.basis IN $basis AND theirs.basis IN $basis
    WITH DISTINCT other
    MATCH (other)-[:BELONGS_TO*0..1]->(known:Actor)
    RETURN DISTINCT known.id
  } AS known;

UNWIND $gaps AS gap
MATCH (candidate:Actor {id: gap.actor})
RETURN gap.actor AS actor,
  COLLECT {
    MATCH (candidate)-[part:PARTICIPATES_IN]->(activity:Activity)
    WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors })
    MATCH (activity)<-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
  WHERE gain.basis IN $basis AND country.id IN $countries
    WITH DISTINCT activity
    MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
    WHERE theirs.basis IN $basis AND theirs.role <> 'BENEFICIARY' AND partner.id IN $partners
    WITH DISTINCT partner ORDER BY partner.id LIMIT $most
    RETURN CASE WHEN partner IS NULL THEN null ELSE
  {id: partner.id, labels: labels(partner), name: coalesce(partner.name, partner.id),
   nameKk: partner.nameKk, nameRu: partner.nameRu, isPhantom: coalesce(partner.isPhantom, false)} END
  } AS partners,
  COLLECT {
    MATCH (candidate)-[part:PARTICIPATES_IN]->(activity:Activity)
    WHERE part.basis IN $basis AND part.role <> 'BENEFICIARY' AND ($sectors IS NULL
    OR EXISTS { MATCH (activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(askedSector:Sector) WHERE askedSector.id IN $sectors })
    MATCH (activity)<-[gain:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(country:Country)
  WHERE gain.basis IN $basis AND country.id IN $countries
    WITH DISTINCT activity WHERE CASE WHEN activity.lastDay >= activity.firstDay THEN activity.lastDay.year ELSE coalesce(activity.firstDay.year, activity.lastDay.year) END = gap.lastYear
    WITH activity ORDER BY activity.id LIMIT $most
    RETURN CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END
  } AS recent;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
