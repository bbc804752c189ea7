import { createHash } from 'node:crypto';
import type { Graph } from '../../src/graph/open-graph.ts';

/**
 * Everything the graph holds, as sorted lines: each node with its labels and properties, each relation with its ends.
 * Left out is what counts writes rather than facts: the version, when it moved, and the mark of a test server.
 */
export async function graphLines(graph: Graph): Promise<string[]> {
  const [nodes, relations] = await Promise.all([
    graph.read<{ labels: string[]; properties: Record<string, unknown> }>(
      'MATCH (n) WHERE NOT n:GraphState AND NOT n:KazaidTestMarker RETURN labels(n) AS labels, properties(n) AS properties',
    ),
    graph.read<{ from: string; type: string; to: string; properties: Record<string, unknown> }>(
      'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties',
    ),
  ]);
  return [
    ...nodes.map(
      ({ labels, properties }) => `(${labels.toSorted().join(':')} ${stable(withoutTime(labels, properties))})`,
    ),
    ...relations.map(({ from, type, to, properties }) => `(${from})-[${type} ${stable(properties)}]->(${to})`),
  ].sort();
}

/** Equal for graphs that hold the same facts, whatever the way they came to them. */
export async function graphDigest(graph: Graph): Promise<string> {
  return createHash('sha256')
    .update((await graphLines(graph)).join('\n'))
    .digest('hex');
}

/** When a version of a fact was written. */
function withoutTime(
  labels: readonly string[],
  { at, ...properties }: Record<string, unknown>,
): Record<string, unknown> {
  return labels.includes('FactVersion') ? properties : { at, ...properties };
}

function stable(properties: Record<string, unknown>): string {
  const entries = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return entries
    .map(([key, value]) => `${key}=${isTemporal(value) ? value.toString() : JSON.stringify(value)}`)
    .join(' ');
}

function isTemporal(value: unknown): value is { toString(): string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
