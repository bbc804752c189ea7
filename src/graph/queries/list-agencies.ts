import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';

export const AGENCY_KINDS = [
  'NATIONAL_AGENCY',
  'UN_BODY',
  'MULTILATERAL',
] as const satisfies readonly Term<'OrganisationKind'>[];

const CYPHER = `
  MATCH (agency:Organisation)
  WHERE agency.kind IN $kinds AND agency.id > $after
  RETURN agency.id AS id ORDER BY id LIMIT $limit`;

const COUNT = 'MATCH (agency:Organisation) WHERE agency.kind IN $kinds RETURN count(agency) AS count';

/** Ids of the organisations of these kinds, in their order, after the given one. */
export async function listAgencies(
  graph: Graph,
  page: { readonly kinds: readonly string[]; readonly after: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(CYPHER, page, signal);
  return rows.map(({ id }) => id);
}

export async function countAgencies(graph: Graph, kinds: readonly string[], signal?: AbortSignal): Promise<number> {
  const [row] = await graph.read<{ count: number }>(COUNT, { kinds }, signal);
  return row?.count ?? 0;
}
