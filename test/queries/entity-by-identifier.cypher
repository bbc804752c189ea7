// generated: MATCH (this:Country)

// generated: MATCH (this:Organisation)

MATCH (identifier:Identifier {value: $value})-[:IDENTIFIES]->(entity:Entity)
WHERE $scheme IS NULL OR identifier.scheme = $scheme
RETURN identifier.scheme AS scheme, entity.id AS entityId
ORDER BY scheme, entityId;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;
