import type { Graph } from './open-graph.ts';
import { readGraphState } from './queries/graph-state.ts';

/** The longest a version may be taken for the present one, in milliseconds: by then, writes of other processes are seen. */
const MOST_AGE = 500;

export interface VersionOptions {
  /** A moment of `performance.now()`: the version must have been asked for after it. */
  readonly since?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Reading {
  readonly begun: number;
  /** How many writes of this process had ended by then. */
  readonly writes: number;
  readonly version: Promise<string>;
}

const readings = new WeakMap<Graph['writes'], Reading>();

/**
 * The version of the graph: equal texts mean that nothing was written in between. Right at once after writes of this
 * process, after half a second at most for those of others. It is read when asked for, and shared by all who ask until then.
 */
export async function currentVersion(graph: Graph, { since, signal }: VersionOptions = {}): Promise<string> {
  const last = readings.get(graph.writes);
  const { version } = last && isPresent(last, graph, since) ? last : read(graph);
  return signal ? orAborted(version, signal) : version;
}

/** A version that was asked for before a write of ours ended may be the one before it, even if it arrives afterwards. */
function isPresent({ begun, writes }: Reading, graph: Graph, since = Number.NEGATIVE_INFINITY): boolean {
  return writes === graph.writes.ended && begun > since && performance.now() - begun < MOST_AGE;
}

function read(graph: Graph): Reading {
  const reading: Reading = { begun: performance.now(), writes: graph.writes.ended, version: readVersion(graph) };
  readings.set(graph.writes, reading);
  reading.version.catch(() => readings.get(graph.writes) === reading && readings.delete(graph.writes));
  return reading;
}

/** With the time of the change, for the counter of a graph that was emptied begins again. */
async function readVersion(graph: Graph): Promise<string> {
  const { version, changedAt } = await readGraphState(graph);
  return `${version}@${changedAt ?? 'never'}`;
}

/** The reading is not ended by the signal: others wait for it too. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
