UNWIND $ids AS id
MATCH (chain:TriangularArrangement {id: id})
RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
  actors: COLLECT {
    MATCH (actor)-[play:PLAYS]->(chain)
    WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
    WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
    ORDER BY play.id
    RETURN play {.id, .role, .basis, actor: CASE WHEN actor IS NULL THEN null ELSE
  {id: actor.id, labels: labels(actor), name: coalesce(actor.name, actor.id),
   nameKk: actor.nameKk, nameRu: actor.nameRu, isPhantom: coalesce(actor.isPhantom, false)} END, country: CASE WHEN country IS NULL THEN null ELSE
  {id: country.id, labels: labels(country), name: coalesce(country.name, country.id),
   nameKk: country.nameKk, nameRu: country.nameRu, isPhantom: coalesce(country.isPhantom, false)} END}
  },
  activities: COLLECT {
    MATCH (chain)-[:COVERS]->(activity)
    WITH activity ORDER BY activity.id
    RETURN CASE WHEN activity IS NULL THEN null ELSE
  {id: activity.id, labels: labels(activity), name: coalesce(activity.name, activity.id),
   nameKk: activity.nameKk, nameRu: activity.nameRu, isPhantom: coalesce(activity.isPhantom, false)} END
  }} AS chain;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN id, coalesce(entity.nameKk, head(COLLECT {
    MATCH (name:Name)-[:NAME_OF]->(entity)
    WHERE name.kind IN ['OFFICIAL', 'ALIAS'] AND (name.language = 'kk' OR name.language STARTS WITH 'kk-')
    RETURN name.value ORDER BY name.kind = 'OFFICIAL' DESC, name.id LIMIT 1 })) AS kk, coalesce(entity.nameRu, head(COLLECT {
    MATCH (name:Name)-[:NAME_OF]->(entity)
    WHERE name.kind IN ['OFFICIAL', 'ALIAS'] AND (name.language = 'ru' OR name.language STARTS WITH 'ru-')
    RETURN name.value ORDER BY name.kind = 'OFFICIAL' DESC, name.id LIMIT 1 })) AS ru;

UNWIND $ids AS id MATCH (r:Country {id: id}) RETURN [r.id, r.id, r.name, r.nameKk, r.nameRu, r.incomeGroup, r.isLdc, r.isLldc, r.isSids, COLLECT {
  MATCH (r)-[:IN_REGION]->(r_0:Region)
  WITH DISTINCT r_0 ORDER BY r_0.id ASC SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.id]
}] AS record;

UNWIND $ids AS id MATCH (r:Edition {id: id}) RETURN [r.id, r.id, r.name, r.status, r.start, r.end, r.year, r.form] AS record;

UNWIND $ids AS id MATCH (r:Figure {id: id}) RETURN [r.id, r.id, r.value, r.unit] AS record;

UNWIND $ids AS id MATCH (r:Goal {id: id}) RETURN [r.id, r.id, r.name] AS record;

UNWIND $ids AS id MATCH (r:Measure {id: id}) RETURN [r.id, r.id, r.name] AS record;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id, r.id, r.name, r.nameKk, r.nameRu, r.kind, r.acronym, r.founded, COLLECT {
  MATCH (r)-[:BELONGS_TO]->(r_0:Country)
  WITH DISTINCT r_0  SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.id]
}] AS record;

UNWIND $ids AS id MATCH (r:Policy {id: id}) RETURN [r.id, r.id, r.name, r.kind] AS record;

UNWIND $ids AS id MATCH (r:Programme {id: id}) RETURN [r.id, r.id, r.name, r.status, r.start, r.end] AS record;

UNWIND $ids AS id MATCH (r:Project {id: id}) RETURN [r.id, r.id, r.name, r.status, r.start, r.end] AS record;

UNWIND $ids AS id MATCH (r:Region {id: id}) RETURN [r.id, r.id, COLLECT {
  MATCH (r)-[:IN_REGION]->(r_0:Region)
  WITH DISTINCT r_0 ORDER BY r_0.id ASC SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.id]
}] AS record;

UNWIND $ids AS id MATCH (r:Sector {id: id}) RETURN [r.id, r.id, r.code, r.vocabulary, r.categoryCode] AS record;

UNWIND $ids AS id MATCH (r:Source {id: id}) RETURN [r.id, r.id, r.kind, r.title, r.publisher, r.retrieved] AS record;

UNWIND $ids AS id MATCH (r:TriangularArrangement {id: id}) RETURN [r.id, r.id] AS record;
