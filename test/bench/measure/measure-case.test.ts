import { describe, expect, it } from 'vitest';
import { runClients } from '../../../bench/measure/clients.ts';
import { type Effort, type Measurable, measureCase } from '../../../bench/measure/measure-case.ts';

const STINT = { milliseconds: 60_000, fewest: 2, most: 2 };
const EFFORT: Effort = { rounds: 2, alone: STINT, together: { ...STINT, fewest: 16, most: 16 }, warmUp: STINT };

function contestant(name: string, asked: string[]): Measurable {
  return { send: async () => asked.push(name), toCommonForm: () => null, processIds: [] };
}

describe('measuring', () => {
  it('gives every contestant its turn in every round, another one beginning each time', async () => {
    const asked: string[] = [];
    const names = ['one', 'two', 'three'];
    await measureCase(new Map(names.map((name) => [name, contestant(name, asked)])), EFFORT);
    const turns = asked.filter((name, place) => name !== asked[place - 1]);
    // Where a round ends with whom the next one begins, it is one turn here: that never happens with three.
    expect(turns).toEqual(['one', 'two', 'three', 'two', 'three', 'one']);
  });

  it('counts the requests of all rounds', async () => {
    const { timings } = await measureCase(new Map([['one', contestant('one', [])]]), EFFORT);
    expect([timings.one?.[1].requests, timings.one?.[16].requests]).toEqual([4, 32]);
  });

  it('counts the processor time of those who take part', async () => {
    const spin = async () => {
      for (const end = performance.now() + 5; performance.now() < end; );
    };
    const busy = { ...contestant('busy', []), send: spin };
    const gone = { ...contestant('gone', []), processIds: [2 ** 30] };
    const { timings } = await measureCase(new Map(Object.entries({ busy, gone })), EFFORT);
    expect(timings.busy?.[16].cpu).toBeGreaterThan(1);
    expect(timings.gone?.[16].cpu).toBeNull();
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
    const broken: Measurable = { ...contestant('broken', []), send: () => Promise.reject(new Error('no answer')) };
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
    const broken: Measurable = { ...contestant('broken', []), send: () => Promise.reject(new Error('no answer')) };
    await expect(runClients(broken, 1, STINT)).rejects.toThrow('no answer');
  });
});
