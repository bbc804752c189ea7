import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../bench/contestants/contestant.ts';
import { runClients } from '../../../bench/measure/clients.ts';
import { type Effort, measureCase } from '../../../bench/measure/measure-case.ts';

const STINT = { milliseconds: 60_000, fewest: 2, most: 2 };
const EFFORT: Effort = { rounds: 2, warmUpRounds: 1, alone: STINT, together: { ...STINT, fewest: 16, most: 16 } };

function contestant(name: string, asked: string[]): Prepared {
  return { send: async () => asked.push(name), toCommonForm: () => null };
}

describe('measuring', () => {
  it('gives every contestant its turn in every round, another one beginning each time', async () => {
    const asked: string[] = [];
    const names = ['one', 'two', 'three'];
    await measureCase(new Map(names.map((name) => [name, contestant(name, asked)])), EFFORT);
    const turns = asked.filter((name, place) => name !== asked[place - 1]);
    // Where a round ends with whom the next one begins, it is one turn here: that never happens with three.
    expect(turns).toEqual(['one', 'two', 'three', 'two', 'three', 'one', 'three', 'one', 'two']);
  });

  it('counts the requests of the rounds after the warm-up', async () => {
    const { timings } = await measureCase(new Map([['one', contestant('one', [])]]), EFFORT);
    expect([timings.one?.[1].requests, timings.one?.[16].requests]).toEqual([4, 32]);
  });

  it('keeps as many requests under way as there are clients', async () => {
    let [underWay, most] = [0, 0];
    const send = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
    };
    const { latencies } = await runClients({ send, toCommonForm: () => null }, 16, { ...STINT, fewest: 40, most: 40 });
    expect([most, latencies.length]).toEqual([16, 40]);
  });

  it('ends when the time is over, once the fewest were asked', async () => {
    const asked: string[] = [];
    await runClients(contestant('one', asked), 1, { milliseconds: 0, fewest: 3, most: 1_000 });
    expect(asked).toHaveLength(3);
  });

  it('goes on without one that fails', async () => {
    const broken: Prepared = { send: () => Promise.reject(new Error('no answer')), toCommonForm: () => null };
    const { timings, failed } = await measureCase(
      new Map([
        ['broken', broken],
        ['one', contestant('one', [])],
      ]),
      EFFORT,
    );
    expect([Object.keys(timings), failed]).toEqual([['one'], { broken: 'no answer' }]);
  });

  it('fails when a request does', async () => {
    const broken: Prepared = { send: () => Promise.reject(new Error('no answer')), toCommonForm: () => null };
    await expect(runClients(broken, 1, STINT)).rejects.toThrow('no answer');
  });
});
