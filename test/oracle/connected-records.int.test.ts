import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { laidOver } from './laid-over.ts';
import { checkNeighbourhoodsOfHubs, oracle as neighbourhoods } from './neighbourhood.oracle.ts';
import { openRandomGraphs, type RandomGraphs } from './open-random-graphs.ts';
import { checkPaths, PARTICIPATIONS_OF_A_HUB, oracle as paths } from './paths.oracle.ts';
import { type SmallGraph, smallGraphs } from './small-graph.ts';

/** So that there are routes of all lengths and records around records. */
const connectedGraphs = fc.array(smallGraphs, { minLength: 2, maxLength: 5 }).map(laidOver);

describe('on random graphs in which much is connected, the answers are those of an obvious computation', () => {
  let opened: RandomGraphs;

  beforeAll(async () => {
    opened = await openRandomGraphs({ graphs: connectedGraphs, prefix: 'c', oneOf: 2 });
  });

  afterAll(() => opened?.close());

  it.each([
    ['paths', paths],
    ['neighbourhoods', neighbourhoods],
  ])('of %s', { timeout: 300_000 }, async (_, oracle) => {
    for (const small of opened.graphs) await oracle(small, opened.ask, opened.graphs);
  });

  describe('where some are hubs', () => {
    // Making hubs takes its time.
    const withHubs = () => opened.graphs.filter((_, index) => index % 3 === 0);

    beforeAll(async () => {
      for (const small of withHubs()) for (const actor of hubActors(small)) await makeHub(actor);
    });

    it('of paths', { timeout: 300_000 }, async () => {
      for (const small of withHubs()) await checkPaths(small, opened.ask, new Set(hubActors(small)));
    });

    it('of neighbourhoods, where activities are hubs too', { timeout: 300_000 }, async () => {
      for (const small of withHubs()) {
        const activity = small.activities[0]?.id ?? '';
        await makeHub(activity);
        await checkNeighbourhoodsOfHubs(small, opened.ask, new Set([...hubActors(small), activity]));
      }
    });
  });

  /** What is added is INFERRED and leads nowhere. */
  async function makeHub(id: string): Promise<void> {
    const participation = `PARTICIPATES_IN {id: $id + ' ' + n, role: 'PARTNER', basis: 'INFERRED', statementIds: []}`;
    const more = id.startsWith('activity:')
      ? `CREATE (hub)<-[:${participation}]-(:Entity:Actor:Organisation {id: $id + ' actor ' + n, name: 'one of many'})`
      : `CREATE (hub)-[:${participation}]->(:Entity:Activity:Project {id: $id + ' activity ' + n, name: 'one of many'})`;
    await opened.graph.write((transaction) =>
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
