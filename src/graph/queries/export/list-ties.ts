import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { referenceTo } from '../reference.ts';
import type { RelationPage } from '../relation-list.ts';
import type { TieRow } from '../ties.ts';

export interface TieCriteria {
  /** Ids of actors, all that are meant, at either end; null: any. */
  readonly actors: readonly string[] | null;
  readonly basis: readonly Term<'Basis'>[];
}

const CYPHER = `
  MATCH (first:Actor)-[tie:TIED_TO]->(second:Actor)
  WHERE tie.id > $after AND tie.basis IN $basis
    AND ($actors IS NULL OR first.id IN $actors OR second.id IN $actors)
  WITH tie, first, second ORDER BY tie.id LIMIT $limit
  RETURN tie {.id, .kind, .status, .since, .until, .note, .basis,
    from: ${referenceTo('first')}, to: ${referenceTo('second')}} AS row`;

/** What actors have to do with each other outside of activities, page by page in the order of ids. */
export async function listTies(
  graph: Graph,
  criteria: TieCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<TieRow[]> {
  const rows = await graph.read<{ row: TieRow }>(CYPHER, { ...criteria, ...page }, signal);
  return rows.map(({ row }) => row);
}
