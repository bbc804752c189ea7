import type { NodeLabel } from '../../../domain/model.ts';
import type { Graph } from '../../open-graph.ts';
import type { RelationPage } from '../relation-list.ts';

/** The ids of all records with this label, page by page in their order. */
export async function listIds(
  graph: Graph,
  label: NodeLabel,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(
    `MATCH (record:${label}) WHERE record.id > $after RETURN record.id AS id ORDER BY id LIMIT $limit`,
    { ...page },
    signal,
  );
  return rows.map(({ id }) => id);
}
