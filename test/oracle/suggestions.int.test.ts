import { afterAll, beforeAll, describe, it } from 'vitest';
import { openRandomGraphs, type RandomGraphs } from './open-random-graphs.ts';
import { oracle as partnershipGaps } from './partnership-gaps.oracle.ts';
import { oracle as potentialChains } from './potential-chains.oracle.ts';
import { workGraphs } from './work-graphs.ts';

describe('suggestions on random graphs where many work for the same countries are those of an obvious computation', () => {
  let opened: RandomGraphs;

  beforeAll(async () => {
    opened = await openRandomGraphs({ graphs: workGraphs, prefix: 'w', oneOf: 10 });
  });

  afterAll(() => opened?.close());

  it.each([
    ['potential-chains', potentialChains],
    ['partnership-gaps', partnershipGaps],
  ])('%s', { timeout: 300_000 }, async (_, oracle) => {
    for (const each of opened.graphs) await oracle(each, opened.ask, opened.graphs);
  });
});
