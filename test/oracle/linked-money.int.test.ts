import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { oracle } from './funding-chains.oracle.ts';
import { openRandomGraphs, type RandomGraphs } from './open-random-graphs.ts';
import { type SmallGraph, smallGraphs } from './small-graph.ts';

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
  let opened: RandomGraphs;

  beforeAll(async () => {
    opened = await openRandomGraphs({ graphs: linkedGraphs, prefix: 'm', oneOf: 4 });
  });

  afterAll(() => opened?.close());

  it('funding-chains', { timeout: 300_000 }, async () => {
    for (const each of opened.graphs) await oracle(each, opened.ask, opened.graphs);
  });
});
