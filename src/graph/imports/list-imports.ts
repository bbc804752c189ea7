import type { ImportEntry } from '../../domain/import-entry.ts';
import type { Graph } from '../open-graph.ts';

type Row = Omit<ImportEntry, 'problems'> & { readonly problems: string };

/** The journal of imports, the last begun first; with a prefix only those whose ids begin with it. */
export async function listImports(graph: Graph, prefix = ''): Promise<ImportEntry[]> {
  const rows = await graph.read<Row>(
    `MATCH (i:Import) WHERE i.id STARTS WITH $prefix
     RETURN i.id AS id, i.file AS file, i.publisher AS publisher, i.sha256 AS sha256, i.status AS status,
       toString(i.startedAt) AS startedAt, toString(i.endedAt) AS endedAt, i.milliseconds AS milliseconds,
       i.runs AS runs, i.read AS read, COUNT { MATCH (r:Record) WHERE r.sourceId = 'source:' + i.id } AS held,
       i.replaced AS replaced, i.problems AS problems
     ORDER BY startedAt DESC, id`,
    { prefix },
  );
  return rows.map(({ problems, ...row }) => ({ ...row, problems: JSON.parse(problems) as ImportEntry['problems'] }));
}
