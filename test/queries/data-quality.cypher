MATCH (figure:Figure)
MATCH (statement:Statement {factId: figure.id})-[:FROM]->(source:Source)
WHERE ($source IS NULL OR source.id = $source) AND ($publisher IS NULL OR source.publisher = $publisher)
RETURN figure.id AS id, collect(DISTINCT {sourceId: source.id, publisher: source.publisher}) AS origins ORDER BY id;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  AND record.id > $after
  WITH record ORDER BY record.id
  CALL (record) {
  RETURN true AS checked,
    CASE WHEN EXISTS { (record)<-[:PARTICIPATES_IN]-(:Organisation) } OR EXISTS { (record)-[:DELIVERED_THROUGH]->() }
      THEN [] ELSE ['no organisation'] END AS found }
  WITH record, found, checked WHERE checked AND size(found) > 0 AND 
EXISTS {
  MATCH (:Statement {factId: record.id})-[:FROM]->(source:Source)
  WHERE ($source IS NULL OR source.id = $source)
    AND ($publisher IS NULL OR $publisher = coalesce(
      COLLECT { MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
        RETURN reporter.name AS name ORDER BY name LIMIT 1 }[0],
      source.publisher))
}
  RETURN record.id AS recordId, found ORDER BY recordId LIMIT $limit;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)-[:RELATED_TO]->(related:Activity)
  WITH record, collect(DISTINCT related) AS named
  OPTIONAL MATCH (record)<-[:MADE_IN]-(:Transaction)-[:FROM_ACTIVITY|TO_ACTIVITY]->(linked:Activity)
  WITH named, collect(DISTINCT linked) AS linked
  WITH named + [other IN linked WHERE NOT other IN named] AS named
  RETURN size(named) > 0 AS checked, [other IN named WHERE other.isPhantom | other.id] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)-[link:IN_SECTOR]->(sector:Sector) WHERE link.vocabulary IN ['1', '2']
  WITH collect(DISTINCT sector) AS named
  RETURN size(named) > 0 AS checked,
    [sector IN named WHERE sector.isWithdrawn IS NULL | coalesce(sector.code, sector.id)] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)-[link:IN_SECTOR]->(sector:Sector) WHERE link.vocabulary IN ['1', '2']
  WITH collect(DISTINCT sector) AS named
  RETURN size(named) > 0 AS checked,
    [sector IN named WHERE sector.isWithdrawn | coalesce(sector.code, sector.id)] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)-[sector:IN_SECTOR]->(:Sector) WHERE sector.vocabulary IS NOT NULL
  WITH sector.vocabulary AS vocabulary, collect(sector.percentage) AS shares, count(sector) AS many
  WITH vocabulary, shares, many, reduce(sum = 0.0, share IN shares | sum + toFloat(share)) AS sum
  WITH collect(CASE WHEN size(shares) > 0 THEN true END) AS given,
    collect(CASE WHEN size(shares) = 0 THEN null
      WHEN size(shares) < many
        THEN 'vocabulary ' + vocabulary + ': ' + (many - size(shares)) + ' of ' + many + ' without a share'
      WHEN abs(sum - 100) > $tolerance THEN 'vocabulary ' + vocabulary + ': ' + toString(round(sum, 2)) + ' %'
      END) AS found
  RETURN size(given) > 0 AS checked, found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)<-[:MADE_IN]-(transaction:Transaction)
  WITH collect(DISTINCT transaction.currency) AS given
  RETURN size(given) > 0 AS checked, [currency IN given WHERE NOT currency IN $currencies] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)<-[:MADE_IN]-(transaction:Transaction)
  WITH record, collect(transaction.date) AS dates, collect(transaction.valueDate) AS valueDates
  WITH [day IN [record.firstDay, record.lastDay, record.plannedStart, record.actualStart, record.plannedEnd,
    record.actualEnd] + dates + valueDates WHERE day IS NOT NULL | toString(day)] AS days
  RETURN size(days) > 0 AS checked,
    [day IN days WHERE substring(day, 0, 4) < $firstYear OR substring(day, 0, 4) > $lastYear] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)<-[:PARTICIPATES_IN]-(country:Country)
  WITH collect(DISTINCT country) AS named
  RETURN size(named) > 0 AS checked, [country IN named WHERE country.isPhantom | country.id] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)<-[:PARTICIPATES_IN]-(organisation:Organisation)
  WITH collect(DISTINCT organisation) AS named
  RETURN size(named) > 0 AS checked, [other IN named WHERE other.isPhantom | other.id] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  OPTIONAL MATCH (record)<-[country:PARTICIPATES_IN {role: 'BENEFICIARY'}]-(:Country)
  WITH record, collect(country.percentage) AS ofCountries, count(country) AS countries
  OPTIONAL MATCH (record)-[region:IN_REGION]->(:Region)
  WITH ofCountries, countries, collect(region.percentage) AS ofRegions, count(region) AS regions
  WITH size(ofCountries) + size(ofRegions) AS shares, countries + regions AS many,
    reduce(sum = 0.0, share IN ofCountries | sum + toFloat(share))
      + reduce(sum = 0.0, share IN ofRegions | sum + toFloat(share)) AS sum
  RETURN shares > 0 AS checked,
    CASE WHEN shares = 0 THEN []
      WHEN shares < many THEN [toString(many - shares) + ' of ' + many + ' without a share']
      WHEN abs(sum - 100) > $tolerance THEN [toString(round(sum, 2)) + ' %']
      ELSE [] END AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  RETURN record.firstDay IS NOT NULL AND record.lastDay IS NOT NULL AS checked,
    CASE WHEN record.lastDay < record.firstDay
      THEN ['starts on ' + record.firstDay + ', ends on ' + record.lastDay] ELSE [] END AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  RETURN true AS checked,
    CASE WHEN EXISTS { (record)<-[:PARTICIPATES_IN]-(:Organisation) } OR EXISTS { (record)-[:DELIVERED_THROUGH]->() }
      THEN [] ELSE ['no organisation'] END AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  RETURN true AS checked,
    CASE WHEN EXISTS { (record)<-[:PARTICIPATES_IN]-(:Organisation) } OR EXISTS { (record)-[:DELIVERED_THROUGH]->() }
      THEN [] ELSE ['no organisation'] END AS found }
  WITH record, found, checked WHERE checked AND size(found) > 0 AND 
EXISTS {
  MATCH (:Statement {factId: record.id})-[:FROM]->(source:Source)
  WHERE ($source IS NULL OR source.id = $source)
    AND ($publisher IS NULL OR $publisher = coalesce(
      COLLECT { MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
        RETURN reporter.name AS name ORDER BY name LIMIT 1 }[0],
      source.publisher))
}
  RETURN count(record) AS count;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  RETURN true AS checked,
    CASE WHEN record.name IS NULL OR trim(record.name) = '' OR record.name = record.iatiIdentifier
      THEN ['no title'] ELSE [] END AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)
  CALL (record) {
  RETURN true AS checked, CASE WHEN record.firstDay IS NULL THEN ['no start'] ELSE [] END AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Organisation) WHERE true
  CALL (record) {
  OPTIONAL MATCH (identifier:Identifier {scheme: 'ORG_ID'})-[:IDENTIFIES]->(record)
  WITH collect(identifier.value) AS given
  RETURN size(given) > 0 AS checked,
    [code IN given WHERE NOT toUpper(split(code, '-')[0] + '-' + coalesce(split(code, '-')[1], '')) IN $registers] AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

MATCH (record:Organisation) WHERE true
  CALL (record) {
  OPTIONAL MATCH (identifier:Identifier)-[:IDENTIFIES]->(record)
  WHERE identifier.scheme IN ['ORG_ID', 'IATI', 'PUBLISHER_INTERNAL']
  WITH record, count(identifier) > 0 AS checked
  OPTIONAL MATCH (name:Name)-[:NAME_OF]->(record) WHERE name.kind IN ['OFFICIAL', 'ALIAS']
  WITH checked, coalesce(name.language, '') AS language, name.folded AS folded, min(name.value) AS value
    ORDER BY folded
  WITH checked, language, collect(value) AS values
  WITH checked, collect(CASE WHEN size(values) > 1 THEN values END) AS repeated
  RETURN checked, reduce(all = [], values IN repeated | all + values) AS found }
  WITH record, found, checked WHERE checked
OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
WITH record, found, min(reporter.name) AS reporter
MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
WITH record, found,
  collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins
  RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id
MATCH (one:Figure {id: id})-[:ABOUT]->(subject:Entity)<-[:ABOUT]-(other:Figure)
WHERE other <> one
  AND other.measureId = one.measureId AND other.unit = one.unit AND other.flowBasis = one.flowBasis
  AND other.priceBasis = one.priceBasis
  AND coalesce(other.breakdownBy, '') = coalesce(one.breakdownBy, '')
  AND coalesce(other.breakdownItem, '') = coalesce(one.breakdownItem, '')
  AND coalesce(other.comparedWith, '') = coalesce(one.comparedWith, '')
  AND (one.lastDay IS NULL OR other.firstDay IS NULL OR other.firstDay <= one.lastDay)
  AND (other.lastDay IS NULL OR one.firstDay IS NULL OR one.firstDay <= other.lastDay)
WITH one, other ORDER BY other.id
RETURN one {.id, .value, .unit, .qualifier} AS one, collect(other {.id, .value, .unit, .qualifier}) AS others;
