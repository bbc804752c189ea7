import type { Graph } from '../../graph/open-graph.ts';
import { findRedirects } from '../../graph/queries/find-redirects.ts';
import { readNames } from '../../graph/queries/read-names.ts';

/** Which of these ids the graph knows: of records, and of those that were merged into others. */
export async function findHeldIds(graph: Graph, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const [held, merged] = await Promise.all([readNames(graph, ids), findRedirects(graph, ids)]);
  return new Set([...held.keys(), ...merged.keys()]);
}
