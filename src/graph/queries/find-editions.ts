import type { Graph } from '../open-graph.ts';

export interface EditionRow {
  readonly id: string;
  /** In the order of their ids. */
  readonly programmes: readonly string[];
  readonly year: number | null;
}

const CYPHER = `
  MATCH (edition:Edition)
  WHERE edition.id IN $editions
     OR EXISTS { MATCH (edition)-[:PART_OF]->(programme:Programme) WHERE programme.id IN $programmes }
  OPTIONAL MATCH (edition)-[:PART_OF]->(programme:Programme)
  WITH edition, programme ORDER BY programme.id
  RETURN edition.id AS id, collect(programme.id) AS programmes, edition.year AS year
  ORDER BY id`;

/** These editions, and all those of these programmes. */
export function findEditions(
  graph: Graph,
  wanted: { readonly editions: readonly string[]; readonly programmes: readonly string[] },
): Promise<EditionRow[]> {
  return graph.read<EditionRow>(CYPHER, wanted);
}
