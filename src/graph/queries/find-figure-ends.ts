import type { Graph } from '../open-graph.ts';
import { type ReferenceRow, referenceTo } from './reference.ts';

export interface FigureEnds {
  readonly subject: ReferenceRow | null;
  readonly breakdownEntity: ReferenceRow | null;
}

const CYPHER = `
  UNWIND $ids AS id
  MATCH (figure:Figure {id: id})
  OPTIONAL MATCH (figure)-[:ABOUT]->(subject:Entity)
  OPTIONAL MATCH (figure)-[:BROKEN_DOWN_TO]->(part:Entity)
  RETURN id, ${referenceTo('subject')} AS subject, ${referenceTo('part')} AS breakdownEntity`;

/** What each figure is about, and the record that stands for its part of the whole. */
export async function findFigureEnds(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, FigureEnds>> {
  const rows = await graph.read<FigureEnds & { id: string }>(CYPHER, { ids }, signal);
  return new Map(rows.map((row) => [row.id, row]));
}
