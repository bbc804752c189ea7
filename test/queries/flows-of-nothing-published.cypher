MATCH (actor:Actor) WHERE actor.id IN $participants
MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
WITH DISTINCT activity WHERE (EXISTS { MATCH (place:Country)-[benefit:PARTICIPATES_IN]->(activity) WHERE place.id IN $recipients AND place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis }
    OR EXISTS { MATCH (place:Region)<-[lies:IN_REGION]-(activity) WHERE place.id IN $recipients AND lies.basis <> 'INFERRED' })
  AND EXISTS { MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE sector.id IN $sectors AND lies.basis <> 'INFERRED' }
WITH activity, COLLECT {
  MATCH (funder:Actor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(activity) WHERE part.basis IN $basis
  RETURN DISTINCT funder.id LIMIT 2 } AS funders
MATCH (activity)<-[:MADE_IN]-(transaction)
WHERE transaction.type IN $types
WITH activity, transaction, coalesce(toInteger(left(transaction.date, 4)), transaction.valueDate.year) AS year, coalesce(
    head(COLLECT { MATCH (transaction)-[:PROVIDED_BY]->(provider:Actor) RETURN provider.id ORDER BY provider.id }),
    CASE WHEN transaction.providerName IS NULL AND size(funders) = 1 THEN funders[0] END) AS donor WHERE year >= $fromYear
WITH activity, transaction, year AS year, donor AS donor LIMIT $limit
WITH activity, transaction.currency AS currency, year, donor, null AS type, collect(transaction.amount) AS amounts
WITH activity, collect({currency: currency, year: year, donor: donor, type: type, amounts: amounts}) AS batches
RETURN activity.id AS id, batches, COLLECT {
    MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity) WHERE part.basis IN $basis
    RETURN {key: country.id, percentage: part.percentage} AS share
    UNION ALL
    MATCH (activity)-[lies:IN_REGION]->(region:Region) WHERE lies.basis <> 'INFERRED'
    RETURN {key: region.id, percentage: lies.percentage} AS share
    UNION ALL
    MATCH (activity) WHERE activity.hasUnreadRecipients RETURN {key: null, percentage: null} AS share } AS recipients, COLLECT {
    MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE lies.basis <> 'INFERRED'
    RETURN {key: sector.id, percentage: lies.percentage, vocabulary: lies.vocabulary} AS share
    UNION ALL
    MATCH (activity) WHERE activity.hasUnreadSectors RETURN {key: null, percentage: null, vocabulary: null} AS share } AS sectors,
  [] AS channels, COLLECT {
    MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE actor.id IN $participants AND part.basis IN $basis
    RETURN DISTINCT part.role } AS roles;

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
