import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { closedGate } from '../../support/gate.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { type SmallApi, startSmallApi } from '../../support/small-api.ts';
import { node, record, retract, write } from '../../support/test-records.ts';

const QUESTION = '{ countries { before after } }';

/** What a test writes and takes back: one country more. */
const ONE_MORE = record('one-more', node('Country', 'country:XM'));

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Holds the computations of a server until it is told to let them go on. */
function holdAll(api: SmallApi) {
  const { isOpen, open } = closedGate();
  let held = 0;
  api.hold = () => {
    held++;
    return isOpen;
  };
  const untilHeld = (count: number) =>
    vi.waitFor(() => expect(held).toBeGreaterThanOrEqual(count), { timeout: 10_000 });
  return { open, untilHeld };
}

describe('what the cache gives', () => {
  let graph: Graph;
  let others: Graph;
  let api: SmallApi;
  let other: SmallApi;

  beforeAll(async () => {
    [graph, others] = await Promise.all([openTestGraph(), openTestGraph()]);
    await emptyGraph(graph);
    [api, other] = await Promise.all([startSmallApi(graph), startSmallApi(others)]);
  });

  beforeEach(async () => {
    await retract(graph, ONE_MORE);
    await touch();
    // Until the other server sees it.
    await sleep(510);
    api.computed = 0;
    api.hold = async () => {};
  });

  afterAll(async () => {
    await retract(graph, ONE_MORE, record('touched'));
    await Promise.all([api?.close(), other?.close()]);
    await Promise.all([graph?.close(), others?.close()]);
  });

  /** Moves the version of the graph without changing an answer. */
  const touch = () =>
    write(
      graph,
      record('touched', node('Region', 'region:touched', { properties: { name: `at ${performance.now()}` } })),
    );

  const count = async (asked = api) => (await asked.ask(QUESTION)).data.countries.after as number;

  it('is right at once after a write of this server, each time', async () => {
    for (let round = 0; round < 10; round++) {
      expect([await count(), await count()]).toEqual([0, 0]);
      await write(graph, ONE_MORE);
      expect([await count(), await count()]).toEqual([1, 1]);
      await retract(graph, ONE_MORE);
    }
    expect(api.computed).toBe(20);
  });

  it('is right soon after a write of another server, and stays so', async () => {
    const delays: number[] = [];
    for (let round = 0; round < 6; round++) {
      const expected = round % 2 === 0 ? 1 : 0;
      await count();
      // At different moments of the half second in which a version is taken for the present one.
      await sleep(round * 90);
      await (expected === 1 ? write(others, ONE_MORE) : retract(others, ONE_MORE));
      const written = performance.now();
      expect(await count(other)).toBe(expected);
      while ((await count()) !== expected) await sleep(5);
      delays.push(performance.now() - written);
      for (let again = 0; again < 5; again++) expect(await count()).toBe(expected);
    }
    // Half a second, and what a busy machine takes for a question.
    expect(Math.max(...delays)).toBeLessThan(3_000);
    expect(api.computed).toBe(7);
  });

  it('is not what was computed while the graph changed, whoever changed it', async () => {
    for (const writer of [graph, others]) {
      await count();
      await retract(graph, ONE_MORE);
      await touch();
      const { open, untilHeld } = holdAll(api);
      const mixed = api.ask(QUESTION);
      await untilHeld(1);
      await write(writer, ONE_MORE);
      open();
      expect((await mixed).data.countries).toEqual({ before: 0, after: 1 });
      expect((await api.ask(QUESTION)).data.countries).toEqual({ before: 1, after: 1 });
    }
  });

  it('is computed once for many who ask at the same time', async () => {
    const { open, untilHeld } = holdAll(api);
    const asked = Array.from({ length: 30 }, () => api.ask(QUESTION));
    await untilHeld(1);
    await sleep(100);
    open();
    const bodies = new Set((await Promise.all(asked)).map(({ body }) => body));
    expect([bodies.size, api.computed]).toEqual([1, 1]);
  });

  it('is not an answer under way that began before a write of this server ended', async () => {
    const { open, untilHeld } = holdAll(api);
    const early = api.ask(QUESTION);
    await untilHeld(1);
    await write(graph, ONE_MORE);
    const late = Array.from({ length: 5 }, () => api.ask(QUESTION));
    await untilHeld(2);
    open();
    expect((await early).data.countries).toEqual({ before: 0, after: 1 });
    for (const { data } of await Promise.all(late)) expect(data.countries).toEqual({ before: 1, after: 1 });
    expect(api.computed).toBe(2);
  });

  it('is no error of somebody else: the others compute themselves, at the same time', async () => {
    const { open, untilHeld } = holdAll(api);
    const asked = Array.from({ length: 5 }, () => api.ask('{ fails }'));
    await untilHeld(1);
    await sleep(50);
    expect(api.computed).toBe(1);
    open();
    for (const { errors } of await Promise.all(asked)) expect(errors).toHaveLength(1);
    expect(api.computed).toBe(5);
  });

  it('comes to the others when the one who asked first goes away', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = api.app.server.address() as AddressInfo;
    const ask = (signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUESTION }),
        ...(signal && { signal }),
      }).then((response) => response.json());
    const { open, untilHeld } = holdAll(api);
    const leaving = new AbortController();
    const first = ask(leaving.signal);
    await untilHeld(1);
    const rest = Array.from({ length: 4 }, () => ask());
    await sleep(100);
    expect(api.computed).toBe(1);
    leaving.abort();
    await expect(first).rejects.toThrow();
    // They wait no longer for somebody who has gone.
    await untilHeld(2);
    open();
    for (const answer of await Promise.all(rest))
      expect(answer).toEqual({ data: { countries: { before: 0, after: 0 } } });
    const computed = api.computed;
    expect(await ask()).toEqual({ data: { countries: { before: 0, after: 0 } } });
    expect(api.computed).toBe(computed);
  });

  it('is nothing where the database is away: the answer says so', async () => {
    const away: Graph = {
      ...graph,
      read: () => Promise.reject(Object.assign(new Error('away'), { code: 'ServiceUnavailable' })),
      withReadTimeout: () => away,
    };
    const lost = await startSmallApi(away);
    const { status, errors } = await lost.ask(QUESTION);
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    await lost.close();
  });
});
