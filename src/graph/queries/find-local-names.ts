import { localName } from '../cypher/local-name.ts';
import type { Graph } from '../open-graph.ts';

/** What a record is called in the product's other languages. */
export interface LocalNames {
  readonly kk: string | null;
  readonly ru: string | null;
}

const CYPHER = `
  UNWIND $ids AS id
  MATCH (entity:Entity {id: id})
  RETURN id, ${localName('entity', 'kk')} AS kk, ${localName('entity', 'ru')} AS ru`;

/** The Kazakh and Russian names of the records with these ids, whoever gave them. Ids that are not in the graph are absent. */
export async function findLocalNames(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, LocalNames>> {
  const rows = await graph.read<LocalNames & { readonly id: string } & Record<string, unknown>>(
    CYPHER,
    { ids },
    signal,
  );
  return new Map(rows.map(({ id, kk, ru }) => [id, { kk, ru }]));
}
