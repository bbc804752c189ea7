import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import { oracle as commonPartners } from './common-partners.oracle.ts';
import type { Ask } from './oracle.ts';
import { oracle as partners } from './partners.oracle.ts';
import { factsOf, type SmallGraph, smallGraphs, withNames } from './small-graph.ts';

const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Math.ceil(Number(process.env.ORACLE_GRAPHS ?? 6) / 4);

/** Small graphs laid over one another, so that most actors share several activities with most others. */
const busyGraphs = fc.array(smallGraphs, { minLength: 6, maxLength: 6 }).map(([first, ...others]) => ({
  ...(first as SmallGraph),
  participations: [first, ...others]
    .flatMap((small) => small?.participations ?? [])
    .filter((part, at, all) => at === all.findIndex((one) => keyOf(one) === keyOf(part))),
  transactions: [first, ...others].flatMap((small) => small?.transactions ?? []),
}));

function keyOf({ actor, activity, role }: SmallGraph['participations'][number]): string {
  return `${actor} ${activity} ${role}`;
}

describe('partners on random graphs where most work with most are those of an obvious computation', () => {
  let graph: Graph;
  let api: Api;
  let graphs: SmallGraph[];

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    graphs = fc
      .sample(busyGraphs, { seed: SEED, numRuns: HOW_MANY })
      .map((each, index) => withNames(each, `s${index}`));
    await write(graph, ...graphs.map((each, index) => record(`busy-graph-${index}`, ...factsOf(each))));
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
    ['partners', partners],
    ['common-partners', commonPartners],
  ])('%s', { timeout: 300_000 }, async (_, oracle) => {
    for (const each of graphs) await oracle(each, ask, graphs);
  });
});
