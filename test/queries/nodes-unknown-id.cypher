UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id MATCH (r:Country {id: id}) RETURN [r.id, r.id] AS record;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id, r.id] AS record;

UNWIND $ids AS id MATCH (r:Redirect {id: id}) RETURN r.id AS id, r.to AS to;
