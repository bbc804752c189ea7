MATCH ()-[relation]->() WHERE relation.id IS NOT NULL
RETURN type(relation) AS kind, count(relation) AS count,
  sum(CASE WHEN size(relation.statementIds) > 0 THEN 1 ELSE 0 END) AS supported
ORDER BY kind;

MATCH (entity:Entity)
RETURN labels(entity) AS labels, entity.isPhantom AS isPhantom, count(entity) AS count,
  sum(CASE WHEN size(entity.statementIds) > 0 THEN 1 ELSE 0 END) AS supported;

MATCH (statement:Statement) RETURN count(statement) AS count;
