import { Decimal } from 'decimal.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { findLastImport } from '../../graph/imports/find-last-import.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { countFacts, type FactCounts } from '../../graph/queries/count-facts.ts';
import { readGraphState } from '../../graph/queries/graph-state.ts';
import type { RequestContext } from '../context.ts';

const API_VERSION = packageJson.version;

/** Counting reads the whole graph, so the counts are kept until the graph changes. */
const kept = new WeakMap<Graph, { readonly version: string; readonly counts: Promise<FactCounts> }>();

export async function meta(_: unknown, _args: unknown, { graph, signal }: RequestContext) {
  const { version, changedAt } = await readGraphState(graph, signal);
  const counts = () => countsOf(graph, version);
  return {
    apiVersion: API_VERSION,
    dataVersion: version,
    changedAt,
    lastImport: () => lastImport(graph, signal),
    counts: async () => (await counts()).entities,
    relationCounts: async () => (await counts()).relations,
    statementCount: async () => (await counts()).statements,
    evidence: async () => coverage(await counts()),
  };
}

async function lastImport(graph: Graph, signal: AbortSignal | undefined) {
  const last = await findLastImport(graph, signal);
  if (last === null) return null;
  const { id, file, publisher, startedAt, status } = last;
  // Which folders the machine has is nobody's business.
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return { sourceId: `source:${id}`, file: name, publisher, startedAt, isComplete: status === 'COMPLETE' };
}

function countsOf(graph: Graph, version: string): Promise<FactCounts> {
  const known = kept.get(graph);
  if (known?.version === version) return known.counts;
  const counts = countFacts(graph);
  kept.set(graph, { version, counts });
  counts.catch(() => kept.delete(graph));
  return counts;
}

function coverage({ facts, supported }: FactCounts) {
  const share = facts === 0 ? new Decimal(100) : new Decimal(supported).div(facts).mul(100);
  return { facts, supported, percent: share.toFixed(2, Decimal.ROUND_DOWN) };
}
