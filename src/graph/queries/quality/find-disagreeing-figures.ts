import { excludeEachOther, figureRange } from '../../../domain/figure-range.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Graph } from '../../open-graph.ts';
import { findComparableFigures } from '../find-comparable-figures.ts';
import type { FindingCount } from './count-findings.ts';
import type { FindingRow } from './list-findings.ts';
import type { CheckScope } from './record-checks.ts';

/** As many figures are compared in one statement. */
const GROUP = 500;

const FIGURES = `
  MATCH (figure:Figure)
  MATCH (statement:Statement {factId: figure.id})-[:FROM]->(source:Source)
  WHERE ($source IS NULL OR source.id = $source) AND ($publisher IS NULL OR source.publisher = $publisher)
  WITH DISTINCT figure, source
  RETURN figure.id AS id, source.id AS sourceId, source.publisher AS publisher ORDER BY id, sourceId`;

interface FigureRow {
  readonly id: string;
  readonly sourceId: string;
  readonly publisher: string;
}

/** Figures with those that cannot be true if they are, in the order of their ids; counted by source and publisher, too. */
export async function findDisagreeingFigures(
  graph: Graph,
  { source, publisher }: CheckScope,
  signal?: AbortSignal,
): Promise<{ readonly counts: FindingCount[]; readonly rows: FindingRow[] }> {
  const figures = await graph.read<FigureRow & Record<string, string>>(FIGURES, { source, publisher }, signal);
  const rows = await disagreeing(graph, [...new Set(figures.map(({ id }) => id))], signal);
  const wrong = new Set(rows.map(({ recordId }) => recordId));
  const groups = groupBy(figures, (figure) => JSON.stringify([figure.sourceId, figure.publisher]));
  const counts = [...groups.values()].flatMap((group): FindingCount[] => {
    const [first] = group;
    if (first === undefined) return [];
    const found = group.filter(({ id }) => wrong.has(id)).length;
    return [{ sourceId: first.sourceId, publisher: first.publisher, checked: group.length, found }];
  });
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
