import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';

export interface ComparableFigure {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly qualifier: Term<'Qualifier'>;
}

/** A figure and one that counts the same thing of the same subject in the same way over an overlapping period. */
const CYPHER = `
  UNWIND $ids AS id
  MATCH (one:Figure {id: id})-[:ABOUT]->(subject:Entity)<-[:ABOUT]-(other:Figure)
  WHERE other <> one
    AND other.measureId = one.measureId AND other.unit = one.unit AND other.flowBasis = one.flowBasis
    AND other.priceBasis = one.priceBasis
    AND coalesce(other.breakdownBy, '') = coalesce(one.breakdownBy, '')
    AND coalesce(other.breakdownItem, '') = coalesce(one.breakdownItem, '')
    AND coalesce(other.comparedWith, '') = coalesce(one.comparedWith, '')
    AND (one.lastDay IS NULL OR other.firstDay IS NULL OR other.firstDay <= one.lastDay)
    AND (other.lastDay IS NULL OR one.firstDay IS NULL OR one.firstDay <= other.lastDay)
  WITH one, other ORDER BY other.id
  RETURN one {.id, .value, .unit, .qualifier} AS one, collect(other {.id, .value, .unit, .qualifier}) AS others`;

/** Each figure with those it can be compared with. */
export async function findComparableFigures(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, { one: ComparableFigure; others: ComparableFigure[] }>> {
  const rows = await graph.read<{ one: ComparableFigure; others: ComparableFigure[] }>(CYPHER, { ids }, signal);
  return new Map(rows.map((row) => [row.one.id, row]));
}
