import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import type { Asked, RawRequest } from '../../support/api.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { type SmallApi, startSmallApi } from '../../support/small-api.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the response cache', () => {
  let graph: Graph;
  let api: SmallApi;
  let question = 0;

  beforeAll(async () => {
    graph = await openTestGraph();
    api = await startSmallApi(graph);
  });

  beforeEach(() => {
    question++;
    api.computed = 0;
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  /** A question that no other test asks. */
  const fresh = (more = '') => `{ echo(text: "question ${question}") ${more} }`;
  const post = (body: object, headers = {}): RawRequest => ({
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  });
  const get = (parameters: Record<string, string>, headers = {}): RawRequest => ({
    method: 'GET',
    url: `/graphql?${new URLSearchParams(parameters)}`,
    headers,
  });

  /** How often this is computed when it is asked for one after another. */
  async function computedBy(...requests: readonly RawRequest[]): Promise<number> {
    api.computed = 0;
    for (const request of requests) await api.send(request);
    return api.computed;
  }

  async function statusOf(body: object, headers = {}): Promise<string> {
    return (await api.send(post({ ...body, extensions: { cache: true } }, headers))).extensions.cache.status;
  }

  it('answers the same question a second time without computing it, in the same bytes', async () => {
    const first = await api.ask(fresh());
    const second = await api.ask(fresh());
    expect(api.computed).toBe(1);
    expect(second.body).toBe(first.body);
    const { date: _, ...headers } = first.headers;
    expect(second.headers).toMatchObject(headers);
    expect(Object.keys(second.headers).sort()).toEqual(Object.keys(first.headers).sort());
  });

  describe('takes for different questions those with', () => {
    const echo = 'query ($text: String, $number: Int, $id: ID) { echo(text: $text, number: $number, id: $id) }';
    it.each([
      ['other values', { text: 'a' }, { text: 'b' }],
      ['a value for another variable', { text: 'a' }, { id: 'a' }],
      ['null and nothing', { text: null }, {}],
      ['a list of one and one', { id: '["a"]' }, { id: 'a' }],
    ])('%s', async (_, one, other) => {
      const asked = await Promise.all([one, other].map((variables) => api.ask(echo, variables)));
      const again = await Promise.all([one, other].map((variables) => api.ask(echo, variables)));
      expect(again.map(({ body }) => body)).toEqual(asked.map(({ body }) => body));
      expect(asked[0]?.body).not.toBe(asked[1]?.body);
    });

    it('a value of another type', async () => {
      expect((await api.ask(echo, { number: 1 })).status).toBe(200);
      expect((await api.ask(echo, { number: '1' })).status).toBe(400);
      expect((await api.ask(echo, { number: 1 })).status).toBe(200);
    });

    it('another operation of the same document', async () => {
      const query = `query one { echo(text: "one ${question}") } query two { echo(text: "two ${question}") }`;
      const ask = async (operationName: string) => (await api.send(post({ query, operationName }))).data.echo;
      for (let round = 0; round < 2; round++) {
        expect(await ask('one')).toContain('one');
        expect(await ask('two')).toContain('two');
      }
      expect(api.computed).toBe(2);
      const { status, errors } = await api.send(post({ query }));
      expect([status, errors?.length]).toEqual([400, 1]);
    });

    it('a text that looks like the parts of another', async () => {
      const query = `query a($text: String) { echo(text: $text) }`;
      await api.send(post({ query, operationName: 'a', variables: { text: 'x' } }));
      const { status } = await api.send(post({ query: `a","${query}`, variables: { text: 'x' } }));
      expect(status).toBe(400);
    });
  });

  it('gives the same answer to variables in another order', async () => {
    const query = 'query ($text: String, $number: Int) { echo(text: $text, number: $number) }';
    const one = await api.ask(query, { text: `${question}`, number: 1 });
    const other = await api.ask(query, { number: 1, text: `${question}` });
    expect(other.data).toEqual(one.data);
  });

  it.each([
    ['an error of a field', '{ fails }', 200],
    ['an error beside an answer', '{ echo fails }', 200],
    ['a document that cannot be read', '{ echo', 400],
    ['a document that is not valid', '{ nothing }', 400],
  ])('does not keep %s', async (_, query, status) => {
    const asked = [await api.ask(query), await api.ask(query)];
    expect(asked.map((one) => [one.status, one.headers['cache-control'], one.headers.etag])).toEqual([
      [status, 'no-store', undefined],
      [status, 'no-store', undefined],
    ]);
    expect(await statusOf({ query })).toBe('MISS');
    if (status === 200) expect(await computedBy(post({ query }), post({ query }))).toBeGreaterThanOrEqual(2);
  });

  it('does not keep mutations', async () => {
    const query = 'mutation { touch }';
    const asked = await api.ask(query);
    expect([asked.headers['cache-control'], asked.data]).toEqual(['no-store', { touch: 1 }]);
    expect(await computedBy(post({ query }), post({ query }))).toBe(2);
  });

  it('does not keep personal data, and lets nobody else', async () => {
    for (const query of ['{ alumnus { name } }', '{ echo alumnus { __typename } }']) {
      const asked = await api.ask(query);
      expect(asked.headers['cache-control']).toBe('no-store');
      api.computed = 0;
      await api.ask(query);
      expect(api.computed).toBeGreaterThan(0);
      const byGet = await api.send(get({ query }));
      expect([byGet.headers['cache-control'], byGet.headers.etag]).toEqual(['no-store', undefined]);
    }
  });

  it('neither keeps what somebody with credentials asks nor answers them from what is kept', async () => {
    const signedIn = { authorization: 'Bearer something' };
    const query = fresh();
    expect(await computedBy(post({ query }, signedIn), post({ query }, signedIn), post({ query }))).toBe(3);
    expect(await computedBy(post({ query }, signedIn))).toBe(1);
    expect(await statusOf({ query }, signedIn)).toBe('BYPASS');
    const { headers } = await api.send(get({ query }, signedIn));
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('computes anew for who asks for that, and keeps the new answer', async () => {
    const query = fresh();
    const anew = post({ query }, { 'cache-control': 'no-cache' });
    expect(await computedBy(post({ query }), anew, anew)).toBe(3);
    expect(await computedBy(post({ query }))).toBe(0);
    expect(await statusOf({ query }, { 'cache-control': 'max-age=0, no-cache' })).toBe('BYPASS');
  });

  it('keeps nothing for who asks for that', async () => {
    const query = fresh();
    expect(await computedBy(post({ query }, { 'cache-control': 'no-store' }), post({ query }))).toBe(2);
  });

  it('does not keep an answer of more than a megabyte', async () => {
    const large = post({ query: `{ size(of: 1100000) }` });
    const smaller = post({ query: `{ size(of: 900000) }` });
    expect(await computedBy(large, large)).toBe(2);
    expect(await computedBy(smaller, smaller)).toBe(1);
  });

  it('keeps no answer into another day (UTC)', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-31T23:59:00Z') });
    try {
      const query = fresh();
      expect(await computedBy(post({ query }), post({ query }))).toBe(1);
      vi.setSystemTime(new Date('2027-01-01T00:00:00Z'));
      expect(await computedBy(post({ query }), post({ query }))).toBe(1);
      vi.setSystemTime(new Date('2027-01-01T00:59:59Z'));
      expect(await computedBy(post({ query }))).toBe(0);
      vi.setSystemTime(new Date('2027-01-01T01:00:01Z'));
      expect(await computedBy(post({ query }))).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps what is asked of the schema', async () => {
    const introspection = `{ __schema { types { name } } another${question}: __typename }`;
    await api.ask(introspection);
    expect(await statusOf({ query: introspection })).toBe('HIT');
  });

  describe('tells who wants to know', () => {
    it('how it fares', async () => {
      const query = fresh();
      const ask = () => api.send(post({ query, extensions: { cache: true } }));
      const [first, second] = [await ask(), await ask()];
      const [before, after] = [first.extensions.cache, second.extensions.cache];
      expect([before.status, after.status]).toEqual(['MISS', 'HIT']);
      expect([after.hits - before.hits, after.misses - before.misses]).toEqual([1, 0]);
      expect(after.hitRate).toBeCloseTo(after.hits / (after.hits + after.misses), 3);
      expect(after.entries).toBeGreaterThan(0);
      expect(after.bytes).toBeGreaterThan(after.entries);
      expect(after.version).toMatch(/^\d+@/);
      expect(second.data).toEqual(first.data);
      expect(second.headers['cache-control']).toBe('no-store');
      expect((await api.ask(query)).extensions).toBeUndefined();
    });

    it('by GET as by POST, and beside errors', async () => {
      const byGet = await api.send(get({ query: fresh(), extensions: '{"cache":true}' }));
      expect([byGet.status, byGet.extensions.cache.status, byGet.headers.etag]).toEqual([200, 'MISS', undefined]);
      const wrong = await api.send(post({ query: '{ nothing }', extensions: { cache: true } }));
      expect([wrong.status, wrong.errors?.length, wrong.extensions.cache.status]).toEqual([400, 1, 'MISS']);
    });
  });

  it.each([
    ['a list of questions', [{ query: '{ echo }' }]],
    ['variables that are text', { query: '{ echo }', variables: '{}' }],
    ['variables that are a list', { query: '{ echo }', variables: [] }],
    ['an operation that is no text', { query: '{ echo }', operationName: 1 }],
    ['a question that is no text', { query: { kind: 'Document' } }],
    ['extensions that are text', { query: '{ echo }', extensions: 'cache' }],
    ['a stored question', { query: '{ echo }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }],
    ['nothing', {}],
  ])('leaves the refusal of %s to GraphQL', async (_, body) => {
    const isPersisted = JSON.stringify(body).includes('persisted');
    await api.ask('{ echo }');
    const { status, errors } = await api.send(post(body));
    expect([status, errors?.length]).toEqual([isPersisted ? 200 : 400, 1]);
  });

  describe('by GET', () => {
    const long = `query long { ${Array.from({ length: 10 }, (_, n) => `alias${n}: echo(text: "${'a'.repeat(40)}")`).join(' ')} }`;

    it('keeps answers and tags them', async () => {
      expect(long.length).toBeGreaterThan(500);
      const first = await api.send(get({ query: long }));
      const second = await api.send(get({ query: long }));
      expect(api.computed).toBe(10);
      expect(second.body).toBe(first.body);
      expect(second.headers.etag).toMatch(/^"[\w-]{43}"$/);
      expect(second.headers).toMatchObject({
        etag: first.headers.etag,
        'cache-control': 'public, no-cache',
        'content-type': 'application/json; charset=utf-8',
        vary: 'Origin, Accept, Authorization',
      });
    });

    it('answers with nothing who holds the answer already, kept or computed', async () => {
      const query = fresh();
      const { headers } = await api.send(get({ query }));
      const tag = String(headers.etag);
      for (const cacheControl of ['max-age=0', 'no-cache']) {
        for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
          const asked = await api.send(get({ query }, { 'if-none-match': held, 'cache-control': cacheControl }));
          expect([asked.status, asked.body, asked.headers.etag]).toEqual([304, '', tag]);
          expect(asked.headers['content-type']).toBeUndefined();
          expect([asked.headers['cache-control'], asked.headers.vary]).toEqual([
            'public, no-cache',
            'Origin, Accept, Authorization',
          ]);
        }
      }
      const other = await api.send(get({ query }, { 'if-none-match': '"other"' }));
      expect([other.status, other.headers.etag]).toEqual([200, tag]);
    });

    it('does not say to who held an answer that an error is the same', async () => {
      const asked = await api.send(get({ query: '{ fails }' }, { 'if-none-match': '*' }));
      expect([asked.status, asked.errors?.length]).toEqual([200, 1]);
    });

    it('tells questions by variables and operation apart', async () => {
      const query = 'query a($text: String) { echo(text: $text) } query b { echo(text: "b") }';
      const ask = async (operationName: string, text: string) =>
        (await api.send(get({ query, operationName, variables: JSON.stringify({ text }) }))).data.echo;
      for (let round = 0; round < 2; round++) {
        expect(await ask('a', 'x')).toContain('x');
        expect(await ask('a', 'y')).toContain('y');
        expect(await ask('b', 'x')).toContain('b');
      }
      expect(api.computed).toBe(3);
    });

    it.each([
      ['a name twice', '/graphql?query=%7Becho%7D&query=%7Becho%7D', 400],
      ['variables that are not JSON', '/graphql?query=%7Becho%7D&variables=%7B', 400],
      ['extensions that are not JSON', '/graphql?query=%7Becho%7D&extensions=%7B', 400],
      ['a mutation', `/graphql?query=${encodeURIComponent('mutation { touch }')}`, 405],
      ['nothing', '/graphql', 400],
    ])('refuses %s, again and again', async (_, url, status) => {
      for (let round = 0; round < 2; round++) {
        const asked = await api.send({ method: 'GET', url, headers: {} });
        expect([asked.status, asked.headers['cache-control'], asked.data ?? null]).toEqual([status, 'no-store', null]);
      }
      expect(api.computed).toBe(0);
    });

    it('refuses what says to be a form', async () => {
      await api.send(get({ query: fresh() }));
      const asked = await api.send(get({ query: fresh() }, { 'content-type': 'text/plain' }));
      expect([asked.status, asked.data ?? null]).toEqual([415, null]);
    });

    it('shows the answer to a browser too, and no page from elsewhere', async () => {
      const asked = await api.send(get({ query: fresh() }, { accept: 'text/html,application/xml;q=0.9,*/*;q=0.8' }));
      expect([asked.status, asked.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    });
  });

  it.each([
    [undefined, 200, 'application/json; charset=utf-8'],
    ['*/*', 200, 'application/json; charset=utf-8'],
    ['application/json', 200, 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 200, 'application/graphql-response+json; charset=utf-8'],
    [
      'application/graphql-response+json, application/json;q=0.9',
      200,
      'application/graphql-response+json; charset=utf-8',
    ],
    ['text/plain', 406, 'application/json; charset=utf-8'],
  ])('answers who accepts %s with the same type as without it', async (accept, status, type) => {
    const query = fresh();
    await api.ask(query);
    await api.send(get({ query }));
    const tags = new Set<unknown>();
    for (let round = 0; round < 2; round++) {
      for (const request of [post({ query }, accept && { accept }), get({ query }, accept && { accept })]) {
        const asked: Asked = await api.send(request);
        expect([asked.status, asked.headers['content-type']]).toEqual([status, type]);
        if (request.method === 'GET') tags.add(asked.headers.etag);
      }
    }
    expect(tags.size).toBe(1);
  });

  it.each([
    ['plain text', 'text/plain', 400],
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['a form of parts', 'multipart/form-data; boundary=x', 415],
  ])('does not answer %s, which a page elsewhere may send', async (_, type, status) => {
    await api.ask('{ echo }');
    const asked = await api.send({ headers: { 'content-type': type }, body: JSON.stringify({ query: '{ echo }' }) });
    expect([asked.status, asked.headers['cache-control']]).toEqual([status, 'no-store']);
    const headers = { 'content-type': type, 'apollo-require-preflight': '1' };
    expect((await api.send({ headers, body: JSON.stringify({ query: '{ echo }' }) })).status).toBe(status);
  });

  it('is off where it is not asked for', async () => {
    const without = await startSmallApi(graph, { responseCacheBytes: 0 });
    const query = fresh();
    const asked = [await without.ask(query), await without.ask(query)];
    expect(without.computed).toBe(2);
    expect(asked.map(({ headers }) => headers['cache-control'])).toEqual(['public, no-cache', 'public, no-cache']);
    expect((await without.send(post({ query, extensions: { cache: true } }))).extensions).toBeUndefined();
    expect((await without.ask('{ alumnus { name } }')).headers['cache-control']).toBe('no-store');
    await without.close();
  });
});
