import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits/limits.ts';
import { DomainError, type DomainErrorCode } from '../../src/errors.ts';
import { type Graph, openGraph } from '../../src/graph/open-graph.ts';
import { type Api, type Asked, startApi } from '../support/api.ts';
import { openSeededGraph, openTestGraph } from '../support/seeded-graph.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes minutes in the database, and is told from other statements by the word in it. */
const SLOW = `UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS product WHERE product = -1 RETURN count(product) AS slowly`;
/** Takes more than the database gives to all together. */
const TOO_LARGE =
  'UNWIND range(1, 20000000) AS x WITH collect({x: x, y: toString(x)}) AS kept RETURN size(kept) AS size';
const AGENCIES = '{ agencies(first: 1) { edges { cursor } } meta { apiVersion } }';

describe('an error of', () => {
  let graph: Graph;
  let apis: Api[] = [];

  beforeAll(async () => {
    graph = await openSeededGraph();
  });

  afterAll(async () => {
    await Promise.all(apis.map((api) => api.close()));
    apis = [];
    await graph?.close();
  });

  /** A server on a graph whose reads are done by this function where it wants to; null leaves them to the database. */
  async function serverWith(
    read: (cypher: string) => string | Error | null,
    of = graph,
    limits = DEFAULT_LIMITS,
  ): Promise<Api> {
    const changed: Graph = {
      ...of,
      read: async (cypher, parameters, signal) => {
        const instead = read(cypher);
        if (instead instanceof Error) throw instead;
        return instead === null ? of.read(cypher, parameters, signal) : of.read(instead, {}, signal);
      },
    };
    const api = await startApi(changed, limits);
    apis.push(api);
    return api;
  }

  const onAgencies = (instead: string | Error) => (cypher: string) => (cypher.includes('agency') ? instead : null);

  const newSecret = () => new TypeError('secret of the program');

  it('the database is masked and logged once, and the rest is answered', async () => {
    const api = await serverWith(onAgencies('RETURN 1 / 0 AS secretColumn'));
    const asked = await api.ask(AGENCIES);
    expect(asked.errors).toEqual([
      {
        message: 'Internal server error',
        path: ['agencies'],
        locations: expect.any(Array),
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(UUID) },
      },
    ]);
    expect(asked.data).toEqual({ agencies: null, meta: { apiVersion: '0.1.0' } });
    expectNothingTold(asked);
    expect(api.logged).toHaveLength(1);
    expect(api.logged[0]).toContain('/ by zero');
    expect(api.logged[0]).toContain(`"requestId":"${asked.errors?.[0]?.extensions.requestId}"`);
  });

  it('the database in a statement that is wrong is masked too', async () => {
    const api = await serverWith(onAgencies('MATCH (secretLabel RETURN x'));
    const asked = await api.ask(AGENCIES);
    expect(asked.errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expectNothingTold(asked);
    expect(api.logged).toHaveLength(1);
  });

  it('our own making is masked and logged once', async () => {
    const api = await serverWith(onAgencies(new TypeError('secret of the program')));
    const asked = await api.ask(AGENCIES);
    expect(asked.errors?.map(({ message }) => message)).toEqual(['Internal server error']);
    expectNothingTold(asked);
    expect(api.logged).toHaveLength(1);
    expect(api.logged[0]).toContain('secret of the program');
  });

  it('each of several questions is logged once', async () => {
    const api = await serverWith((cypher) => (cypher.includes('agency') ? newSecret() : null));
    const asked = await api.ask(
      '{ a: agencies { totalCount } b: agencies(first: 2) { totalCount } meta { apiVersion } }',
    );
    expect(asked.errors).toHaveLength(2);
    expect(api.logged).toHaveLength(2);
  });

  it('one read that many fields wait for is logged once, and once more for the next request', async () => {
    const api = await serverWith(onAgencies(newSecret()));
    const fields = 'a: agencies { totalCount } b: agencies(first: 2) { totalCount } meta { apiVersion }';
    const asked = [await api.ask(`{ ${fields} }`), await api.ask(`{ ${fields} }`)];
    expect(asked.map(({ errors }) => errors?.length)).toEqual([2, 2]);
    const ids = asked.map(({ errors }) => new Set(errors?.map(({ extensions }) => extensions.requestId)));
    expect(ids.map((each) => [...each])).toEqual(api.logged.map((line) => [JSON.parse(line).requestId]));
    expect(api.logged).toHaveLength(2);
  });

  it('the generated half is masked as one of the other', async () => {
    const api = await serverWith((cypher) => (cypher.includes('this:Country') ? 'RETURN 1 / 0 AS secretColumn' : null));
    const asked = await api.ask('{ countries(limit: 1) { id } meta { apiVersion } }');
    expect(asked.errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(asked.data.meta.apiVersion).toBe('0.1.0');
    expectNothingTold(asked);
    expect(api.logged).toHaveLength(1);
  });

  it('the request before any question is masked and logged once', async () => {
    const api = await startApi(graph);
    apis.push(api);
    const asked = await failWhileContextIsBuilt(api);
    expect(asked.status).toBe(500);
    expect(asked.errors?.map(({ message }) => message)).toEqual(['Internal server error']);
    expect(api.logged[0]).toContain(`"requestId":"${asked.errors?.[0]?.extensions.requestId}"`);
    expectNothingTold(asked);
    expect(api.logged).toHaveLength(1);
  });

  it.each<[DomainErrorCode, string]>([
    ['NotFound', 'NOT_FOUND'],
    ['InvalidInput', 'BAD_USER_INPUT'],
    ['Conflict', 'CONFLICT'],
    ['Forbidden', 'FORBIDDEN'],
    ['LimitExceeded', 'LIMIT_EXCEEDED'],
    ['CursorExpired', 'CURSOR_EXPIRED'],
    ['Timeout', 'TIMEOUT'],
    ['Unavailable', 'UNAVAILABLE'],
  ])('the domain (%s) keeps its message and is not logged', async (code, publicCode) => {
    const api = await serverWith(
      onAgencies(new DomainError(code, `what ${code} means`, { cause: new Error('secret cause') })),
    );
    const asked = await api.ask(AGENCIES);
    expect(asked.errors?.[0]).toMatchObject({
      message: `what ${code} means`,
      path: ['agencies'],
      extensions: { code: publicCode },
    });
    expectNothingTold(asked);
    expect(api.logged).toEqual([]);
  });

  it('a database that is away says that it is, soon, and is logged', async () => {
    const gate = await openGate();
    const away = await openGraph({ ...inject('testNeo4j'), uri: gate.uri }, { readTimeout: 5_000 });
    const api = await startApi(away);
    apis.push(api);
    expect((await api.ask(AGENCIES)).errors).toBeUndefined();
    await gate.shut();
    const started = performance.now();
    const asked = await api.ask('{ agencies(first: 1) { edges { cursor } } __typename }');
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(asked.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    expect(asked.data).toEqual({ agencies: null, __typename: 'Query' });
    expectNothingTold(asked);
    expect(asked.body).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
    expect(api.logged).toHaveLength(1);
    expect(asked.status).toBe(200);
    const nothing = await api.ask('{ agencies(first: 1) { edges { cursor } } }');
    expect([nothing.status, nothing.data]).toEqual([503, { agencies: null }]);
    expect(nothing.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    const ready = await api.app.inject({ url: '/health/ready' });
    expect(ready.statusCode).toBe(503);
    expect((await api.app.inject({ url: '/health/live' })).statusCode).toBe(200);
    await away.close();
  });

  it('a database that has no memory left says that asking again may help', async () => {
    const api = await serverWith(onAgencies(TOO_LARGE));
    const asked = await api.ask(AGENCIES);
    expect(asked.errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['UNAVAILABLE', expect.stringContaining('no memory left')],
    ]);
    expect(asked.data.meta).not.toBeNull();
  });

  it('a question that takes too long in the database names the limit, soon after it', async () => {
    const impatient = await openTestGraph(300);
    const api = await serverWith(onAgencies(SLOW), impatient);
    const started = performance.now();
    const asked = await api.ask(AGENCIES);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(asked.errors?.[0]).toMatchObject({
      message: expect.stringContaining('300 ms'),
      extensions: { code: 'TIMEOUT' },
    });
    expect(asked.data.meta.apiVersion).toBe('0.1.0');
    expectNothingTold(asked);
    expect(await runningSlowly(graph)).toBe(0);
    await impatient.close();
  });

  it('a request that takes too long as a whole is ended in the database, and says so', async () => {
    const api = await serverWith(onAgencies(SLOW), graph, { ...DEFAULT_LIMITS, requestTime: 700 });
    const asked = await api.ask(AGENCIES);
    expect(asked.errors?.[0]).toMatchObject({
      message: expect.stringContaining('700 ms'),
      extensions: { code: 'TIMEOUT' },
    });
    expectNothingTold(asked);
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(0);
  });

  it('a health probe that takes too long is ended in the database', async () => {
    const api = await serverWith((cypher) => (cypher.startsWith('SHOW INDEXES') ? SLOW : null));
    const { statusCode, body } = await api.app.inject({ url: '/health/ready' });
    expect([statusCode, JSON.parse(body).reason]).toEqual([503, 'Neo4j does not answer']);
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(0);
  });

  it('a client that goes away ends its question in the database', async () => {
    const api = await serverWith(onAgencies(SLOW));
    const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
    const leaving = new AbortController();
    const asked = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: AGENCIES }),
      signal: leaving.signal,
    }).catch((error: Error) => error.name);
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(1);
    leaving.abort();
    expect(await asked).toBe('AbortError');
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(0);
    expect(api.logged).toEqual([]);
  });
});

describe('a read of the graph', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
  });

  afterAll(() => graph?.close());

  it('ends in the database when its signal aborts', async () => {
    const stop = new AbortController();
    const reading = graph.read(SLOW, {}, stop.signal);
    const outcome = reading.then(
      () => 'answered',
      (error: Error) => error.name,
    );
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(1);
    stop.abort();
    expect(await outcome).toBe('AbortError');
    await expect.poll(() => runningSlowly(graph), { timeout: 5_000 }).toBe(0);
  });

  it('is not begun when its signal has aborted before', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(graph.read(SLOW, {}, stop.signal)).rejects.toThrow(/abort/i);
    expect(await runningSlowly(graph)).toBe(0);
  });

  it('gives its connection back, whatever happened to it', async () => {
    for (let round = 0; round < 60; round += 1) {
      const stop = new AbortController();
      const reading = graph.read('RETURN 1 / 0', {}, stop.signal).catch(() => {});
      if (round % 2 === 0) stop.abort();
      await reading;
    }
    await sleep(100);
    expect(await graph.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('writes nothing', async () => {
    await expect(graph.read('CREATE (n:ByMistake) RETURN n')).rejects.toThrow(/read access mode/i);
  });
});

/** What no answer may hold: traces, places in the program, statements, and what tests call secret. */
function expectNothingTold({ body }: Asked): void {
  expect(body).not.toMatch(/secret|stack|node_modules|\.ts:|\bMATCH\b|\bRETURN\b|Neo4jError|Neo\.|by zero/i);
}

async function runningSlowly(graph: Graph): Promise<number> {
  const rows = await graph.read<{ query: string }>('SHOW TRANSACTIONS YIELD currentQuery AS query RETURN query');
  return rows.filter(({ query }) => query.includes('AS slowly') && !query.includes('SHOW')).length;
}

/** Nothing in the context of a request can fail by itself; an AbortController that cannot be made stands for whatever may. */
async function failWhileContextIsBuilt(api: Api): Promise<Asked> {
  const { AbortController } = globalThis;
  globalThis.AbortController = class extends AbortController {
    constructor() {
      super();
      throw new Error('secret of the context');
    }
  };
  try {
    return await api.ask('{ meta { apiVersion } }');
  } finally {
    globalThis.AbortController = AbortController;
  }
}

/** Stands between the driver and the database, and can be taken away. */
async function openGate(): Promise<{ uri: string; shut: () => Promise<void> }> {
  const target = new URL(inject('testNeo4j').uri);
  const sockets = new Set<Socket>();
  const gate = createTcpServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    for (const socket of [client, server]) sockets.add(socket.on('error', () => {}));
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const { port } = gate.address() as AddressInfo;
  return {
    uri: `bolt://127.0.0.1:${port}`,
    shut: () => {
      const closed = new Promise<void>((resolve) => gate.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}
