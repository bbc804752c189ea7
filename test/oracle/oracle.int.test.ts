import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { openSmallGraphs } from './open-small-graphs.ts';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph } from './small-graph.ts';

const ORACLES = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.oracle.ts'));

describe('the answers on random graphs are those of an obvious computation', () => {
  let graph: Graph;
  let smalls: SmallGraph[];
  let api: Api;

  beforeAll(async () => {
    ({ graph, smalls } = await openSmallGraphs());
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const ask: Ask = async (query, variables) => {
    const { data, errors } = await api.ask(query, variables);
    if (errors) throw new Error(`${JSON.stringify(errors)} to ${query} with ${JSON.stringify(variables)}`);
    return data;
  };

  it.each(ORACLES)('%s', { timeout: 300_000 }, async (file) => {
    const { oracle } = (await import(new URL(file, import.meta.url).pathname)) as { readonly oracle: Oracle };
    for (const small of smalls) await oracle(small, ask, smalls);
  });
});
