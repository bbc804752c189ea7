import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { alumniVersion } from '../../../graph/alumni/alumni-version.ts';
import type { Graph } from '../../../graph/open-graph.ts';

interface Kept<Value> {
  readonly version: string;
  readonly values: Map<string, Promise<Value>>;
}

/**
 * Computes something of all alumni and keeps it, for each key, for as long as nothing of them changes; the public graph's
 * version does not say so. Asked for at the same time, it is computed once.
 */
export function keptByAlumni<Key, Value>(compute: (store: AlumniStore, key: Key) => Promise<Value>) {
  const kept = new WeakMap<Graph, Kept<Value>>();
  return async (store: AlumniStore, key: Key, signal?: AbortSignal): Promise<Value> => {
    // Known before anything is read: what is read meanwhile may be newer than it says, and then it is computed again.
    const version = await alumniVersion(store.graph, signal);
    const known = kept.get(store.graph);
    const { values } = known?.version === version ? known : begin(store.graph, version);
    const name = JSON.stringify(key);
    const value = values.get(name) ?? compute(store, key);
    values.set(name, value);
    value.catch(() => values.get(name) === value && values.delete(name));
    return value;
  };

  function begin(graph: Graph, version: string): Kept<Value> {
    const made = { version, values: new Map<string, Promise<Value>>() };
    kept.set(graph, made);
    return made;
  }
}
