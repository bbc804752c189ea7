import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { startApi } from '../support/api.ts';

/** What the playground saves of a query, and of the collection it is in. */
const SAVED = {
  id: 'c',
  title: 'Mine',
  parentPath: '',
  preRequest: { script: 'SECRET', enabled: true },
  postRequest: { script: 'SECRET', enabled: true },
  queries: [
    {
      ...{ version: 1, type: 'window', id: 'q', query: '{ a }', windowName: 'A', apiUrl: 'SECRET' },
      ...{ variables: 'SECRET', headers: [{ key: 'Authorization', value: 'SECRET' }], gqlSchema: 'SECRET' },
      ...{ authorizationType: 'bearer', authorizationData: { token: 'SECRET' }, preRequestScript: 'SECRET' },
      ...{ subscriptionUrl: 'SECRET', subscriptionConnectionParams: 'SECRET', postRequestScript: 'SECRET' },
      ...{ requestHandlerAdditionalParams: 'SECRET' },
    },
  ],
};

describe('the server', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    ({ app } = await startApi({} as Graph));
  }, 60_000);

  afterAll(() => app?.close());

  it.each(['', 'main.js', 'styles.css', 'favicon.ico'])(
    'lets /playground/%s load nothing from elsewhere',
    async (file) => {
      const { statusCode, headers } = await app.inject({ url: `/playground/${file}` });
      expect(statusCode).toBe(200);
      expect(headers['content-security-policy']).toMatch(/^default-src 'self' .*connect-src 'self'/);
    },
  );

  it('has the playground keep nothing from one visit to the next: not a contact of an answer, not a token', async () => {
    const { body } = await app.inject({ url: '/playground/' });
    expect(body).toMatch(/"?preserveState"?: ?false/);
    expect(body.indexOf('IDBObjectStore.prototype')).toBeLessThan(body.indexOf('main.js'));
    expect(body).toContain('IDBObjectStore.prototype');
  });

  it.each(['put', 'add'])('has it keep of a saved query the text and the title alone: %s', async (write) => {
    const { body } = await app.inject({ url: '/playground/' });
    const [, script = ''] = /<script>([^<]*IDBObjectStore[\s\S]*?)<\/script>/.exec(body) ?? [];
    const written: object[] = [];
    class IDBObjectStore {
      readonly name = 'queryCollections';
    }
    for (const each of ['put', 'add'])
      Object.defineProperty(IDBObjectStore.prototype, each, {
        value: (row: object) => written.push(row),
        writable: true,
      });
    runInNewContext(`${script}; new IDBObjectStore()['${write}'](row)`, { IDBObjectStore, row: SAVED });
    expect(written).toHaveLength(1);
    expect(JSON.stringify(written)).not.toContain('SECRET');
    expect(written).toMatchObject([
      { id: 'c', title: 'Mine', parentPath: '', queries: [{ id: 'q', query: '{ a }', windowName: 'A' }] },
    ]);
  });

  it('leads from the page of the package to ours', async () => {
    const { statusCode, headers } = await app.inject({ url: '/playground/index.html' });
    expect([statusCode, headers.location]).toEqual([302, '/playground/']);
  });

  it.each(['//index.html', '/./index.html', '/%69ndex.html', '/x/../index.html'])(
    'never gives the page of the package as it is: /playground%s',
    async (path) => {
      const { statusCode } = await app.inject({ url: `/playground${path}` });
      expect([302, 404]).toContain(statusCode);
    },
  );

  it('answers a path that cannot be decoded as it answers every mistake', async () => {
    const { statusCode, body } = await app.inject({ url: '/%ZZ' });
    expect([statusCode, JSON.parse(body)]).toEqual([
      400,
      { errors: [{ message: expect.stringContaining('/%ZZ'), extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });
});
