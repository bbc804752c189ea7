import { type ExportRequest, type OpenedExport, openExport } from '../../src/api/export/open-export.ts';
import { createReadGenerated } from '../../src/api/generated/read-generated.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { builtOnce } from './api.ts';

type Asked = Partial<ExportRequest> & Pick<ExportRequest, 'what'>;

/** Begins an export of this graph. */
export async function beginExport(graph: Graph, request: Asked): Promise<OpenedExport> {
  const schemas = await builtOnce();
  const readGenerated = createReadGenerated(schemas.model, graph);
  return openExport({ filter: {}, ...request }, { graph, schemas, readGenerated });
}

/** The whole export as one text. */
export async function exportText(graph: Graph, request: Asked): Promise<string> {
  const { chunks } = await beginExport(graph, request);
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

export type ExportedRow = Readonly<Record<string, unknown>>;

/** The rows of a table, by the names of its columns. */
export async function exportRows(
  graph: Graph,
  what: string,
  filter: ExportRequest['filter'] = {},
): Promise<ExportedRow[]> {
  const text = await exportText(graph, { what, filter, format: 'jsonl' });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
