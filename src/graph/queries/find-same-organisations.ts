import type { Graph } from '../open-graph.ts';

export interface SameOrganisations {
  /** The record that stands for it: itself, or the one that it was merged into. */
  readonly id: string;
  /** All ids that mean it: of the record that stands for it, and of those that were merged into that. */
  readonly ids: readonly string[];
}

const CYPHER = `
  UNWIND $ids AS asked
  OPTIONAL MATCH (away:Redirect {id: asked})
  WITH asked, coalesce(away.to, asked) AS id
  RETURN asked, id, [id] + COLLECT { MATCH (other:Redirect {to: id}) RETURN other.id ORDER BY other.id } AS ids`;

/** What means the same organisation as each of these ids, in their order, whether or not there is one. Look-ups by key. */
export async function findSameOrganisations(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<SameOrganisations[]> {
  const rows = await graph.read<SameOrganisations & { asked: string }>(CYPHER, { ids }, signal);
  const found = new Map(rows.map(({ asked, ...same }) => [asked, same]));
  return ids.map((id) => found.get(id) ?? { id, ids: [id] });
}
