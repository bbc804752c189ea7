import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/api/limits/limits.ts';
import type { RateLimits } from '../../../src/api/rate-limit/rate-limit.ts';
import type { ServerParts } from '../../../src/api/server.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const SMALL = '{ country(id: "country:KZ") { id } }';
/** 90 records of 10 each. */
const LARGE = '{ countries(limit: 9) { organisations(limit: 99) { id } } }';
/** 100 pages of one record. */
const DEAR = '{ countries(limit: 100) { organisations(limit: 12) { id } } }';

describe('an address', () => {
  let graph: Graph;
  const apis: Api[] = [];

  beforeAll(async () => {
    graph = await openSeededGraph();
  });
  afterAll(async () => {
    for (const api of apis) await api.close();
    await graph.close();
  });

  async function limited(rateLimits: RateLimits, more: Partial<ServerParts> = {}): Promise<Api> {
    const api = await startApi(graph, DEFAULT_LIMITS, { rateLimits, ...more });
    apis.push(api);
    return api;
  }

  it('is answered so many requests in a minute, and told how many are left', async () => {
    const api = await limited({ requests: 2, points: 0 });
    const first = await api.ask(SMALL);
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' });
    expect((await api.ask(SMALL)).status).toBe(200);
    const third = await api.ask(SMALL);
    expect(third.status).toBe(429);
    expect(third.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect(third.errors?.[0]?.message).toContain('2 are answered in a minute');
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect(third.statements).toEqual([]);
  });

  it('has one count for questions and exports', async () => {
    const api = await limited({ requests: 1, points: 0 });
    expect((await api.ask(SMALL)).status).toBe(200);
    expect((await api.send({ method: 'GET', url: '/export/organisations.csv' })).status).toBe(429);
  });

  it('may ask questions of so many points together, and the database is not asked beyond', async () => {
    const api = await limited({ requests: 0, points: 1_000 });
    expect((await api.ask(LARGE)).status).toBe(200);
    const second = await api.ask(LARGE);
    expect(second.status).toBe(429);
    expect(second.errors?.[0]?.message).toContain('1000 points');
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
    expect(second.statements).toEqual([]);
  });

  it('pays nothing for answers that were kept', async () => {
    const api = await limited({ requests: 0, points: 1_000 }, { responseCacheBytes: 1_000_000 });
    expect((await api.ask(LARGE)).status).toBe(200);
    expect((await api.ask(LARGE)).status).toBe(200);
  });

  it('is its own: another one is not refused for it', async () => {
    const api = await limited({ requests: 1, points: 0 }, { trustedProxies: ['127.0.0.1'] });
    const from = (address: string) =>
      api.send({
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: SMALL }),
      });
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(200);
  });

  it('is not what a client says it is, where no proxy is trusted', async () => {
    const api = await limited({ requests: 1, points: 0 });
    const from = (address: string) =>
      api.send({
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: SMALL }),
      });
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.2')).status).toBe(429);
  });

  it('may ask for health and pages as often as it likes', async () => {
    const api = await limited({ requests: 1, points: 0 });
    for (let time = 0; time < 3; time++)
      expect((await api.send({ method: 'GET', url: '/health/live' })).status).toBe(200);
  });

  it('may ask for five times as much at once when it signs in', async () => {
    const api = await limited({ requests: 0, points: 0 }, { verifyToken: async (id) => ({ id, roles: [] }) });
    const asked = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: DEAR }) };
    const refused = await api.send(asked);
    expect(refused.status).toBe(400);
    expect(refused.errors?.[0]?.message).toContain('5000 to who signs in');
    const answered = await api.send({ ...asked, headers: { ...asked.headers, authorization: 'Bearer somebody' } });
    expect(answered.status).toBe(200);
  });
});
