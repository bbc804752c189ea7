import { currentVersion } from '../graph/graph-version.ts';
import type { Graph } from '../graph/open-graph.ts';

interface Kept<Value> {
  readonly version: string;
  readonly value: Promise<Value>;
}

/**
 * Computes something of the whole graph and keeps it for as long as the graph does not change. Never twice at the same
 * time: whoever asks after a change waits for a computation that is under way before another one begins.
 */
export function keptByVersion<Value>(compute: (graph: Graph) => Promise<Value>) {
  const kept = new WeakMap<Graph, Kept<Value>>();
  return async (graph: Graph, signal?: AbortSignal): Promise<Value> => {
    for (;;) {
      const version = await currentVersion(graph, { signal });
      const known = kept.get(graph);
      if (known?.version === version) return known.value;
      if (known) await known.value.catch(() => {});
      if (kept.get(graph) !== known) continue;
      return keep(graph, version).value;
    }
  };

  function keep(graph: Graph, version: string): Kept<Value> {
    const made: Kept<Value> = { version, value: compute(graph) };
    kept.set(graph, made);
    const forget = () => kept.get(graph) === made && kept.delete(graph);
    // What was read while the graph changed belongs to no version.
    const isOfVersion = async () => (await currentVersion(graph, { since: performance.now() })) === version;
    made.value.then(isOfVersion).then((is) => is || forget(), forget);
    return made;
  }
}
