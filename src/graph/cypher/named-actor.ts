/** The Cypher list of the official names of the record that the variable holds, English ones first. */
export function officialNames(variable: string): string {
  return `COLLECT { MATCH (name:Name)-[:NAME_OF]->(${variable}) WHERE name.kind = 'OFFICIAL'
        RETURN {value: name.value, language: name.language}
        ORDER BY coalesce(name.language = 'en', false) DESC, name.language, name.id }`;
}

/** The Cypher list of its codes in other systems. */
export function identifiersOf(variable: string): string {
  return `COLLECT { MATCH (code:Identifier)-[:IDENTIFIES]->(${variable})
        RETURN {scheme: code.scheme, value: code.value} ORDER BY code.scheme, code.value }`;
}

/** The Cypher map of an actor with its official names and its codes; null where the variable holds none. */
export function namedActor(variable: string): string {
  return `CASE WHEN ${variable} IS NULL THEN null ELSE
      {id: ${variable}.id, code: ${variable}.code, kind: ${variable}.kind, name: coalesce(${variable}.name, ${variable}.id),
      names: ${officialNames(variable)}, identifiers: ${identifiersOf(variable)}} END`;
}
