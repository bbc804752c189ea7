/**
 * The Cypher expression for what the record that the variable holds is called in the language; null where nobody says.
 * Whoever describes a record may say it there; names that files and curators give stand beside it, official ones first.
 */
export function localName(variable: string, language: 'kk' | 'ru'): string {
  const property = language === 'kk' ? 'nameKk' : 'nameRu';
  return `coalesce(${variable}.${property}, head(COLLECT {
      MATCH (name:Name)-[:NAME_OF]->(${variable})
      WHERE name.kind IN ['OFFICIAL', 'ALIAS'] AND (name.language = '${language}' OR name.language STARTS WITH '${language}-')
      RETURN name.value ORDER BY name.kind = 'OFFICIAL' DESC, name.id LIMIT 1 }))`;
}
