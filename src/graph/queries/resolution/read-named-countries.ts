import type { NamedCountry } from '../../../domain/resolution/gazetteer.ts';
import type { Graph } from '../../open-graph.ts';

const CYPHER = `
  MATCH (country:Country)
  OPTIONAL MATCH (name:Name)-[:NAME_OF]->(country)
  WITH country, collect(name.value) AS names
  RETURN substring(country.id, size('country:')) AS code, country.alpha3 AS alpha3, names + [country.name] AS names`;

/** Every country with all its names. */
export async function readNamedCountries(graph: Graph): Promise<NamedCountry[]> {
  const rows = await graph.read<NamedCountry>(CYPHER, {});
  return rows.map(({ names, ...row }) => ({ ...row, names: names.filter((name) => name !== null) }));
}
