import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import type { Ask } from './oracle.ts';
import { oracle as partnershipGaps } from './partnership-gaps.oracle.ts';
import { oracle as potentialChains } from './potential-chains.oracle.ts';
import { factsOf, type SmallGraph, withNames } from './small-graph.ts';
import { workGraphs } from './work-graphs.ts';

const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Math.ceil(Number(process.env.ORACLE_GRAPHS ?? 6) / 10);

describe('suggestions on random graphs where many work for the same countries are those of an obvious computation', () => {
  let graph: Graph;
  let api: Api;
  let graphs: SmallGraph[];

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    graphs = fc
      .sample(workGraphs, { seed: SEED, numRuns: HOW_MANY })
      .map((each, index) => withNames(each, `w${index}`));
    await write(graph, ...graphs.map((each, index) => record(`work-graph-${index}`, ...factsOf(each))));
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

  it.each([
    ['potential-chains', potentialChains],
    ['partnership-gaps', partnershipGaps],
  ])('%s', { timeout: 300_000 }, async (_, oracle) => {
    for (const each of graphs) await oracle(each, ask, graphs);
  });
});
