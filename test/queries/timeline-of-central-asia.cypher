MATCH (place:Entity) WHERE place.id IN $recipients
CALL (place) {
  MATCH (place)-[benefit:PARTICIPATES_IN]->(activity:Activity) WHERE place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis RETURN activity
  UNION
  MATCH (place)<-[lies:IN_REGION]-(activity:Activity) WHERE lies.basis <> 'INFERRED' RETURN activity
}
WITH DISTINCT activity
MATCH (activity)<-[:MADE_IN]-(transaction)
WHERE transaction.type IN $types
WITH activity, transaction, coalesce(toInteger(left(transaction.date, 4)), transaction.valueDate.year) AS year, null AS donor WHERE year >= $fromYear AND year <= $toYear
WITH activity, transaction, year AS year, null AS donor LIMIT $limit
WITH activity, transaction.currency AS currency, year, donor, transaction.type AS type, collect(transaction.amount) AS amounts
WITH activity, collect({currency: currency, year: year, donor: donor, type: type, amounts: amounts}) AS batches
RETURN activity.id AS id, batches, COLLECT {
    MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity) WHERE part.basis IN $basis
    RETURN {key: country.id, percentage: part.percentage} AS share
    UNION ALL
    MATCH (activity)-[lies:IN_REGION]->(region:Region) WHERE lies.basis <> 'INFERRED'
    RETURN {key: region.id, percentage: lies.percentage} AS share
    UNION ALL
    MATCH (activity) WHERE activity.hasUnreadRecipients RETURN {key: null, percentage: null} AS share } AS recipients, [] AS sectors,
  [] AS channels, [] AS roles;

MATCH (place:Entity) WHERE place.id IN $recipients
CALL (place) {
  MATCH (place)-[benefit:PARTICIPATES_IN]->(activity:Activity) WHERE place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis RETURN activity
  UNION
  MATCH (place)<-[lies:IN_REGION]-(activity:Activity) WHERE lies.basis <> 'INFERRED' RETURN activity
}
WITH DISTINCT activity
RETURN activity.firstDay.year AS firstYear, activity.lastDay.year AS lastYear,
  coalesce(activity.status IN ['CLOSED', 'CANCELLED'], false) AS isOver, count(*) AS count;

MATCH (place:Entity) WHERE place.id IN $recipients
CALL (place) {
  MATCH (place)-[benefit:PARTICIPATES_IN]->(activity:Activity) WHERE place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis RETURN activity
  UNION
  MATCH (place)<-[lies:IN_REGION]-(activity:Activity) WHERE lies.basis <> 'INFERRED' RETURN activity
}
WITH DISTINCT activity
WITH activity, activity.firstDay.year AS year WHERE year IS NOT NULL
MATCH (partner:Actor)-[part:PARTICIPATES_IN]->(activity)
WHERE part.basis IN $basis AND NOT partner.id IN $besides
WITH partner, min(year) AS year
RETURN year, count(*) AS count;

MATCH (place:Entity) WHERE place.id IN $recipients
CALL (place) {
  MATCH (place)-[benefit:PARTICIPATES_IN]->(activity:Activity) WHERE place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis RETURN activity
  UNION
  MATCH (place)<-[lies:IN_REGION]-(activity:Activity) WHERE lies.basis <> 'INFERRED' RETURN activity
}
WITH DISTINCT activity
WITH activity, toString(activity.firstDay.year) AS year WHERE year IN $years
WITH activity, year ORDER BY activity.id
WITH year, collect(activity)[..$first] AS activities
UNWIND activities AS activity
RETURN year, collect(CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END) AS activities;

UNWIND $actors AS id
MATCH (named:Actor {id: id})
CALL (named) {
  RETURN named AS actor
  UNION
  MATCH (actor:Organisation)-[:BELONGS_TO]->(named) RETURN actor
}
RETURN id, 'actors' AS reading, collect(actor.id) AS meant
UNION ALL
UNWIND $places AS id
MATCH (named:Entity {id: id})
RETURN id, 'places' AS reading, [id] + COLLECT {
  MATCH (place:Country|Region)
  WHERE named:Region AND place <> named AND EXISTS { (place)-[:IN_REGION*1..3]->(named) }
  RETURN place.id
} AS meant
UNION ALL
UNWIND $sectors AS id
MATCH (named:Sector {id: id})
RETURN id, 'sectors' AS reading, [id] + COLLECT {
  MATCH (purpose:Sector) WHERE EXISTS { (purpose)-[:IN_SECTOR]->(named) } RETURN purpose.id
} AS meant;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
