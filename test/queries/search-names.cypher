CALL db.index.fulltext.queryNodes('names_by_subject', $query, {limit: $depth}) YIELD node AS name, score
MATCH (name)-[:NAME_OF]->(entity:Entity)
WHERE $labels IS NULL OR any(label IN labels(entity) WHERE label IN $labels)
WITH entity, name,
  round(score + CASE WHEN name.folded = $folded THEN 20 WHEN name.folded STARTS WITH $folded THEN 5 ELSE 0 END
    - CASE WHEN entity.isPhantom THEN 1 ELSE 0 END, 4) AS score
ORDER BY score DESC, name.value <> $text, name.value
WITH entity, max(score) AS score, head(collect(name.value)) AS matchedName
WHERE $afterScore IS NULL OR score < $afterScore OR (score = $afterScore AND entity.id > $afterId)
WITH entity, score, matchedName ORDER BY score DESC, entity.id LIMIT $limit
RETURN CASE WHEN entity IS NULL THEN null ELSE
  {id: entity.id, labels: labels(entity), name: coalesce(entity.name, entity.id),
   nameKk: entity.nameKk, nameRu: entity.nameRu, isPhantom: coalesce(entity.isPhantom, false)} END AS reference, score, matchedName;
