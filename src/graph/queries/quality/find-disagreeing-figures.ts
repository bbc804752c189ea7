import { excludeEachOther, figureRange } from '../../../domain/figure-range.ts';
import type { Origin, OriginCount } from '../../../domain/quality/origin.ts';
import type { OriginFilter } from '../../../domain/quality/sum-counts.ts';
import type { Graph } from '../../open-graph.ts';
import { findComparableFigures } from '../find-comparable-figures.ts';
import type { FindingRow } from './finding-row.ts';

/** As many figures are compared in one statement. */
const GROUP = 500;

const FIGURES = `
  MATCH (figure:Figure)
  MATCH (statement:Statement {factId: figure.id})-[:FROM]->(source:Source)
  WHERE ($source IS NULL OR source.id = $source) AND ($publisher IS NULL OR source.publisher = $publisher)
  RETURN figure.id AS id, collect(DISTINCT {sourceId: source.id, publisher: source.publisher}) AS origins ORDER BY id`;

/** Figures with those that cannot be true if they are, in the order of their ids; counted by where they come from, too. */
export async function findDisagreeingFigures(
  graph: Graph,
  { source, publisher }: OriginFilter,
  signal?: AbortSignal,
): Promise<{ readonly counts: OriginCount[]; readonly rows: FindingRow[] }> {
  const figures = await graph.read<{ id: string; origins: Origin[] }>(FIGURES, { source, publisher }, signal);
  const rows = await disagreeing(
    graph,
    figures.map(({ id }) => id),
    signal,
  );
  const wrong = new Set(rows.map(({ recordId }) => recordId));
  const counts = figures.map(({ id, origins }) => ({ origins, checked: 1, found: wrong.has(id) ? 1 : 0 }));
  return { counts, rows };
}

async function disagreeing(graph: Graph, ids: readonly string[], signal?: AbortSignal): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let at = 0; at < ids.length; at += GROUP) {
    const comparable = await findComparableFigures(graph, ids.slice(at, at + GROUP), signal);
    for (const { one, others } of comparable.values()) {
      const range = figureRange(one.value, one.qualifier);
      const against = others.filter((other) => excludeEachOther(range, figureRange(other.value, other.qualifier)));
      if (against.length > 0) rows.push({ recordId: one.id, found: against.map(({ id, value }) => `${id}: ${value}`) });
    }
  }
  return rows.sort((one, other) => (one.recordId < other.recordId ? -1 : 1));
}
