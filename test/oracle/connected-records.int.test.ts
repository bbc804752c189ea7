import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import { checkNeighbourhoodsOfHubs, oracle as neighbourhoods } from './neighbourhood.oracle.ts';
import type { Ask } from './oracle.ts';
import { checkPaths, PARTICIPATIONS_OF_A_HUB, oracle as paths } from './paths.oracle.ts';
import { factsOf, type SmallGraph, smallGraphs, withNames } from './small-graph.ts';

const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Math.ceil(Number(process.env.ORACLE_GRAPHS ?? 6) / 2);

/** Small graphs laid over one another, so that there are routes of all lengths and records around records. */
const connectedGraphs = fc.array(smallGraphs, { minLength: 2, maxLength: 5 }).map(([first, ...others]) => ({
  ...(first as SmallGraph),
  participations: [first, ...others]
    .flatMap((small) => small?.participations ?? [])
    .filter((part, at, all) => at === all.findIndex((one) => keyOf(one) === keyOf(part))),
}));

function keyOf({ actor, activity, role }: SmallGraph['participations'][number]): string {
  return `${actor} ${activity} ${role}`;
}

describe('on random graphs in which much is connected, the answers are those of an obvious computation', () => {
  let graph: Graph;
  let api: Api;
  let graphs: SmallGraph[];

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    graphs = fc
      .sample(connectedGraphs, { seed: SEED, numRuns: HOW_MANY })
      .map((each, index) => withNames(each, `c${index}`));
    await write(graph, ...graphs.map((each, index) => record(`connected-graph-${index}`, ...factsOf(each))));
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

  it('of paths', { timeout: 300_000 }, async () => {
    for (const small of graphs) await paths(small, ask, graphs);
  });

  it('of neighbourhoods', { timeout: 300_000 }, async () => {
    for (const small of graphs) await neighbourhoods(small, ask, graphs);
  });

  describe('where some are hubs', () => {
    // Making hubs takes its time.
    const withHubs = () => graphs.filter((_, index) => index % 3 === 0);

    beforeAll(async () => {
      for (const small of withHubs()) for (const actor of hubActors(small)) await makeHub(actor);
    });

    it('of paths', { timeout: 300_000 }, async () => {
      for (const small of withHubs()) await checkPaths(small, ask, new Set(hubActors(small)));
    });

    it('of neighbourhoods, where activities are hubs too', { timeout: 300_000 }, async () => {
      for (const small of withHubs()) {
        const activity = small.activities[0]?.id ?? '';
        await makeHub(activity);
        await checkNeighbourhoodsOfHubs(small, ask, new Set([...hubActors(small), activity]));
      }
    });
  });

  /** What is added is INFERRED and leads nowhere. */
  async function makeHub(id: string): Promise<void> {
    const participation = `PARTICIPATES_IN {id: $id + ' ' + n, role: 'PARTNER', basis: 'INFERRED', statementIds: []}`;
    const more = id.startsWith('activity:')
      ? `CREATE (hub)<-[:${participation}]-(:Entity:Actor:Organisation {id: $id + ' actor ' + n, name: 'one of many'})`
      : `CREATE (hub)-[:${participation}]->(:Entity:Activity:Project {id: $id + ' activity ' + n, name: 'one of many'})`;
    await graph.write((transaction) =>
      transaction.run(`MATCH (hub:Entity {id: $id}) UNWIND range(1, $many) AS n ${more}`, {
        id,
        many: PARTICIPATIONS_OF_A_HUB,
      }),
    );
  }
});

/** Two actors of each graph; which ones, differs from graph to graph. */
function hubActors({ countries, organisations, participations }: SmallGraph): string[] {
  const actors = [...countries, ...organisations].map(({ id }) => id);
  return [0, 3].map((offset) => actors[(participations.length + offset) % actors.length] ?? '');
}
