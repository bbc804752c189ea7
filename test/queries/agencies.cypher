MATCH (agency:Organisation)
WHERE agency.kind IN $kinds AND agency.id > $after
RETURN agency.id AS id ORDER BY id LIMIT $limit;

MATCH (agency:Organisation) WHERE agency.kind IN $kinds RETURN count(agency) AS count;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id, r.id, r.acronym, COLLECT {
  MATCH (r)-[:BELONGS_TO]->(r_0:Country)
  WITH DISTINCT r_0  SKIP $r_0_offset LIMIT $r_0_limit
  RETURN [r_0.id, r_0.id, r_0.name]
}] AS record;

UNWIND $ids AS id MATCH (r:Organisation {id: id}) RETURN [r.id, r.id, r.kind, r.name] AS record;
