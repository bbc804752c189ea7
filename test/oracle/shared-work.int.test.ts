import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { oracle as commonPartners } from './common-partners.oracle.ts';
import { laidOver } from './laid-over.ts';
import { openRandomGraphs, type RandomGraphs } from './open-random-graphs.ts';
import { oracle as partners } from './partners.oracle.ts';
import { smallGraphs } from './small-graph.ts';

/** So that most actors share several activities with most others. */
const busyGraphs = fc.array(smallGraphs, { minLength: 6, maxLength: 6 }).map((smalls) => ({
  ...laidOver(smalls),
  transactions: smalls.flatMap(({ transactions }) => transactions),
}));

describe('partners on random graphs where most work with most are those of an obvious computation', () => {
  let opened: RandomGraphs;

  beforeAll(async () => {
    opened = await openRandomGraphs({ graphs: busyGraphs, prefix: 's', oneOf: 4 });
  });

  afterAll(() => opened?.close());

  it.each([
    ['partners', partners],
    ['common-partners', commonPartners],
  ])('%s', { timeout: 300_000 }, async (_, oracle) => {
    for (const each of opened.graphs) await oracle(each, opened.ask, opened.graphs);
  });
});
