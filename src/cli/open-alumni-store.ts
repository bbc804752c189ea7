import type { Config } from '../config.ts';
import type { AlumniStore } from '../graph/alumni/alumni-store.ts';
import { markOfGraph } from '../graph/alumni/mark-of-graph.ts';
import { requireOwnKeys } from '../graph/alumni/require-own-keys.ts';
import type { Graph } from '../graph/open-graph.ts';
import { openKeyFile } from '../keys/open-key-file.ts';

/**
 * Where alumni are kept: in this graph, their keys in the configured file; refused where the two do not belong together.
 * The file is made only where the graph never had alumni.
 */
export async function openAlumniStore(graph: Graph, { alumniKeys }: Config): Promise<AlumniStore> {
  const isNew = (await markOfGraph(graph)) === null;
  const store = { graph, keys: openKeyFile(alumniKeys, { isNew }) };
  await requireOwnKeys(store);
  return store;
}
