CALL () {
  UNWIND $queries AS query
  CALL db.index.fulltext.queryNodes('names_by_subject', query, {limit: $limit}) YIELD node AS name
  MATCH (name)-[:NAME_OF]->(candidate:Organisation)
  RETURN candidate
  UNION
  UNWIND $codes AS code
  MATCH (identifier:Identifier {value: code})-[:IDENTIFIES]->(candidate:Organisation)
  RETURN candidate
}
WITH DISTINCT candidate
WHERE candidate.id <> $of
RETURN candidate.id AS id ORDER BY id;

MATCH (country:Country)
OPTIONAL MATCH (name:Name)-[:NAME_OF]->(country)
WITH country, collect(name.value) AS names
RETURN substring(country.id, size('country:')) AS code, country.alpha3 AS alpha3, names + [country.name] AS names;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id
MATCH (organisation:Organisation {id: id})
CALL (organisation) {
  OPTIONAL MATCH (name:Name)-[:NAME_OF]->(organisation)
  WITH name ORDER BY name.id LIMIT $most
  RETURN collect(name {.value, .kind}) AS names
}
CALL (organisation) {
  OPTIONAL MATCH (identifier:Identifier)-[:IDENTIFIES]->(organisation)
  WITH identifier ORDER BY identifier.id LIMIT $most
  RETURN collect(identifier {.scheme, .value}) AS identifiers
}
CALL (organisation) {
  OPTIONAL MATCH (organisation)-[:BELONGS_TO]->(country:Country)
  RETURN substring(min(country.id), size('country:')) AS country
}
RETURN organisation.id AS id, organisation.name AS name, names, identifiers, country;
