// generated: MATCH (this:Organisation)

MATCH (agency:Organisation)
WHERE agency.kind IN $kinds AND agency.id > $after
RETURN agency.id AS id ORDER BY id LIMIT $limit;

MATCH (agency:Organisation) WHERE agency.kind IN $kinds RETURN count(agency) AS count;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
