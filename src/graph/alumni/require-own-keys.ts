import type { AlumniStore } from './alumni-store.ts';
import { markOfGraph } from './mark-of-graph.ts';
import { markOfKeys, requireSameKeys } from './own-keys.ts';

/** Looks, before anything is read or written, whether the keys belong to this graph; where it never had alumni, any do. */
export async function requireOwnKeys({ graph, keys }: AlumniStore): Promise<void> {
  const mark = await markOfGraph(graph);
  if (mark !== null) requireSameKeys(mark, markOfKeys(await keys.indexKey()));
}
