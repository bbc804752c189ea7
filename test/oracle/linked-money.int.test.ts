import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import { oracle } from './funding-chains.oracle.ts';
import { factsOf, type SmallGraph, smallGraphs, withNames } from './small-graph.ts';

const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Math.ceil(Number(process.env.ORACLE_GRAPHS ?? 6) / 4);

/** Small graphs with the money of several, most of which goes to another activity: forks, joins, cycles and dangling ends. */
const linkedGraphs = fc
  .tuple(smallGraphs, fc.array(smallGraphs, { minLength: 1, maxLength: 3 }))
  .map(([small, others]): SmallGraph => {
    const phantoms = small.activities.filter(({ isPhantom }) => isPhantom).map(({ id }) => id);
    const all = [small, ...others].flatMap(({ transactions }) => transactions);
    return {
      ...small,
      // What nobody has published has no transactions of its own.
      transactions: all
        .filter(({ madeIn }) => !phantoms.includes(madeIn))
        .map((each) =>
          each.toActivity !== null && each.type === 'INCOMING_FUNDS' ? { ...each, type: 'DISBURSEMENT' } : each,
        ),
    };
  });

describe('chains of money on random graphs in which much is passed on are those of an obvious computation', () => {
  let graph: Graph;
  let api: Api;
  let graphs: SmallGraph[];

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    graphs = fc
      .sample(linkedGraphs, { seed: SEED, numRuns: HOW_MANY })
      .map((each, index) => withNames(each, `m${index}`));
    await write(graph, ...graphs.map((each, index) => record(`linked-graph-${index}`, ...factsOf(each))));
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it('funding-chains', { timeout: 300_000 }, async () => {
    const ask = async (query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await api.ask(query, variables);
      if (errors) throw new Error(`${JSON.stringify(errors)} to ${query} with ${JSON.stringify(variables)}`);
      return data;
    };
    for (const each of graphs) await oracle(each, ask, graphs);
  });
});
