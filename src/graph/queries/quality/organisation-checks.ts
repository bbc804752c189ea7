import type { Term } from '../../../domain/vocabulary.ts';

/** Each looks at one organisation (`record`) and says whether there is anything to check, and what was found to be wrong. */
export const ORGANISATION_CHECKS = {
  UNKNOWN_REGISTER: `
    OPTIONAL MATCH (identifier:Identifier {scheme: 'ORG_ID'})-[:IDENTIFIES]->(record)
    WITH collect(identifier.value) AS given
    RETURN size(given) > 0 AS checked,
      [code IN given WHERE NOT toUpper(split(code, '-')[0] + '-' + coalesce(split(code, '-')[1], '')) IN $registers] AS found`,

  SEVERAL_NAMES: `
    OPTIONAL MATCH (identifier:Identifier)-[:IDENTIFIES]->(record)
    WHERE identifier.scheme IN ['ORG_ID', 'IATI', 'PUBLISHER_INTERNAL']
    WITH record, count(identifier) > 0 AS checked
    OPTIONAL MATCH (name:Name)-[:NAME_OF]->(record) WHERE name.kind IN ['OFFICIAL', 'ALIAS']
    WITH checked, coalesce(name.language, '') AS language, name.folded AS folded, min(name.value) AS value
      ORDER BY folded
    WITH checked, language, collect(value) AS values
    WITH checked, collect(CASE WHEN size(values) > 1 THEN values END) AS repeated
    RETURN checked, reduce(all = [], values IN repeated | all + values) AS found`,
} as const satisfies Partial<Record<Term<'FindingKind'>, string>>;
