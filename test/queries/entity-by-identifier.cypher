MATCH (identifier:Identifier {value: $value})-[:IDENTIFIES]->(entity:Entity)
WHERE $scheme IS NULL OR identifier.scheme = $scheme
RETURN identifier.scheme AS scheme, entity.id AS entityId
ORDER BY scheme, entityId;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference;

UNWIND $ids AS id MATCH (r:Country {id: id}) RETURN [r.id, r.id, r.code, r.alpha3, r.m49, r.dacRecipientCode, r.dacDonorCode, r.name, r.nameKk, r.nameRu] AS record;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id, r.id, r.name, r.acronym, COLLECT {
  MATCH (r)<-[:IDENTIFIES]-(r_0:Identifier)
  WITH DISTINCT r_0 ORDER BY r_0.id ASC SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.scheme, r_0.value]
}] AS record;
