import type { OrganisationRecord } from '../../../domain/resolution/organisation-record.ts';
import type { Graph } from '../../open-graph.ts';

/** More names and codes of one organisation are not compared. */
const MOST_NAMES = 100;

const CYPHER = `
  UNWIND $ids AS id
  MATCH (organisation:Organisation {id: id})
  CALL (organisation) {
    OPTIONAL MATCH (name:Name)-[:NAME_OF]->(organisation)
    WITH name ORDER BY name.id LIMIT $most
    RETURN collect(name {.value, .kind}) AS names
  }
  CALL (organisation) {
    OPTIONAL MATCH (identifier:Identifier)-[:IDENTIFIES]->(organisation)
    WITH identifier ORDER BY identifier.id LIMIT $most
    RETURN collect(identifier {.scheme, .value}) AS identifiers
  }
  CALL (organisation) {
    OPTIONAL MATCH (organisation)-[:BELONGS_TO]->(country:Country)
    RETURN substring(min(country.id), size('country:')) AS country
  }
  RETURN organisation.id AS id, organisation.name AS name, names, identifiers, country`;

/** What is known of these organisations, to compare them by. What has no name but its reference is called by that. */
export async function readOrganisationRecords(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<OrganisationRecord[]> {
  const rows = await graph.read<OrganisationRecord & { name: string | null }>(
    CYPHER,
    { ids, most: MOST_NAMES },
    signal,
  );
  return rows.map(({ name, names, ...row }) => ({
    ...row,
    names: names.length > 0 || name === null ? names : [{ value: name, kind: 'ALIAS' }],
  }));
}
