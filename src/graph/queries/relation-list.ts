import type { Graph, Parameters } from '../open-graph.ts';

/** What distinguishes one list of relations from another. */
export interface RelationListDefinition {
  /** Cypher that binds the relations of the record `parentId`, up to and including a WHERE clause. */
  readonly match: string;
  /** The variable whose id orders the list and is the key of its pages. */
  readonly key: string;
  /** Cypher run on the rows of the page only, such as further ends to show. */
  readonly extend?: string;
  /** The Cypher map of a row. */
  readonly row: string;
}

/** A page of a list: rows after the key `after` ('' for the first page), at most `limit`. */
export interface RelationPage {
  readonly after: string;
  readonly limit: number;
}

/** A list of relations that any number of records can be asked for in one round trip. */
export interface RelationList<Row, Filter extends Parameters> {
  page(
    graph: Graph,
    parentIds: readonly string[],
    page: RelationPage,
    filter: Filter,
    signal?: AbortSignal,
  ): Promise<Map<string, Row[]>>;
  count(graph: Graph, parentIds: readonly string[], filter: Filter, signal?: AbortSignal): Promise<Map<string, number>>;
}

/** Relations of a record in the order of their ids: keyset pages, so that nothing repeats or is skipped while data are written. */
export function relationList<Row, Filter extends Parameters = Parameters>(
  definition: RelationListDefinition,
): RelationList<Row, Filter> {
  const { match, key, extend = '', row } = definition;
  const pageCypher = perParent(
    `${match} AND ${key}.id > $after WITH * ORDER BY ${key}.id LIMIT $limit ${extend} RETURN collect(${row}) AS found`,
  );
  const countCypher = perParent(`${match} RETURN count(${key}) AS found`);
  return {
    page: (graph, parentIds, page, filter, signal) =>
      byParent(graph, pageCypher, { ...filter, ...page, parentIds }, signal),
    count: (graph, parentIds, filter, signal) => byParent(graph, countCypher, { ...filter, parentIds }, signal),
  };
}

function perParent(body: string): string {
  return `UNWIND $parentIds AS parentId CALL (parentId) { ${body} } RETURN parentId, found`;
}

async function byParent<Found>(
  graph: Graph,
  cypher: string,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<Map<string, Found>> {
  const rows = await graph.read<{ parentId: string; found: Found }>(cypher, parameters, signal);
  return new Map(rows.map(({ parentId, found }) => [parentId, found]));
}
