MATCH (actor:Actor) WHERE actor.id IN head($actors)
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis AND ($roles IS NULL OR part.role IN $roles)
WITH DISTINCT activity
MATCH (activity)<-[:MADE_IN]-(transaction)
WHERE transaction.type IN $types
WITH activity, transaction, coalesce(toInteger(left(transaction.date, 4)), transaction.valueDate.year) AS year, null AS donor WHERE year <= $toYear
WITH activity, transaction, year AS year, null AS donor LIMIT $limit
WITH activity, transaction.currency AS currency, year, donor, transaction.type AS type, transaction.amount AS amount
WITH activity, currency, year, donor, type, amount, CASE
  WHEN size(amount) <= 13 AND right(amount, 2) STARTS WITH '.' THEN toInteger(replace(amount, '.', '')) * 10
  WHEN size(amount) <= 14 AND right(amount, 3) STARTS WITH '.' THEN toInteger(replace(amount, '.', ''))
  WHEN size(amount) <= 11 AND NOT amount CONTAINS '.' THEN toInteger(amount) * 100 END AS hundredths
WITH currency, year, donor, type, sum(hundredths) AS hundredths, collect(CASE WHEN hundredths IS NULL THEN amount END) AS others,
  count(*) AS transactions, count(DISTINCT activity) AS activities
RETURN currency, year, donor, type, [] AS channels, [] AS roles, toString(hundredths) AS hundredths, others, transactions, activities;

MATCH (actor:Actor) WHERE actor.id IN head($actors)
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis AND ($roles IS NULL OR part.role IN $roles)
WITH DISTINCT activity
RETURN activity.firstDay.year AS firstYear, activity.lastDay.year AS lastYear,
  coalesce(activity.status IN ['CLOSED', 'CANCELLED'], false) AS isOver, count(*) AS count;

MATCH (actor:Actor) WHERE actor.id IN head($actors)
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis AND ($roles IS NULL OR part.role IN $roles)
WITH DISTINCT activity
WITH activity, activity.firstDay.year AS year WHERE year IS NOT NULL
MATCH (partner:Actor)-[part:PARTICIPATES_IN]->(activity)
WHERE part.basis IN $basis AND NOT partner.id IN $besides
WITH partner, min(year) AS year
RETURN year, count(*) AS count;

MATCH (actor:Actor) WHERE actor.id IN head($actors)
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis AND ($roles IS NULL OR part.role IN $roles)
WITH DISTINCT activity
WITH activity, toString(activity.firstDay.year) AS year WHERE year IN $years
WITH activity, year ORDER BY activity.id
WITH year, collect(activity)[..$first] AS activities
UNWIND activities AS activity
RETURN year, collect(CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END) AS activities;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
