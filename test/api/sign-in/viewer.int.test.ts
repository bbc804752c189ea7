import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../../src/api/sign-in/issue-token.ts';
import { createTokenVerifier } from '../../../src/api/sign-in/token-verifier.ts';
import type { Viewer } from '../../../src/domain/sign-in/viewer.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, startApi } from '../../support/api.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { TOKEN_RULES } from '../../support/token-rules.ts';

const AIGERIM: Viewer = { id: 'aigerim', roles: ['CURATOR', 'ALUMNI_OFFICER'] };
const VIEWER = '{ viewer { id roles } }';
const PUBLIC = '{ meta { apiVersion } }';

describe('who asks', () => {
  let graph: Graph;
  let api: Api;
  beforeAll(async () => {
    graph = await openTestGraph();
    api = await startApi(graph, undefined, {
      verifyToken: createTokenVerifier(TOKEN_RULES),
      responseCacheBytes: 1_000_000,
    });
  });
  afterAll(async () => {
    await api.close();
    await graph.close();
  });

  const ask = (query: string, token?: string) =>
    api.send({
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });

  it('is nobody without a token', async () => {
    expect((await ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('is who the token names, with the roles in it', async () => {
    const { status, data, headers } = await ask(VIEWER, await issueToken(TOKEN_RULES, AIGERIM, 1));
    expect([status, data]).toEqual([200, { viewer: { id: 'aigerim', roles: ['CURATOR', 'ALUMNI_OFFICER'] } }]);
    expect(headers['cache-control']).toBe('no-store');
    expect((await ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('is answered 401 with a token that is not in order, also to what is public and kept', async () => {
    expect((await ask(PUBLIC)).status).toBe(200);
    for (const query of [PUBLIC, VIEWER, 'not a question']) {
      const { status, data, errors, statements } = await ask(query, 'forged');
      expect([status, data, errors?.[0]?.extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
      expect(statements).toEqual([]);
    }
  });

  it('is asked of no other road: neither cookie nor address nor body says it', async () => {
    const token = await issueToken(TOKEN_RULES, AIGERIM, 1);
    const body = JSON.stringify({ query: VIEWER, extensions: { authorization: token }, token });
    const headers = { 'content-type': 'application/json', cookie: `token=${token}; authorization=Bearer ${token}` };
    expect((await api.send({ url: `/graphql?access_token=${token}`, headers, body })).data).toEqual({ viewer: null });
  });
});

describe('a server without sign-in', () => {
  it('lets nobody sign in, and says so', async () => {
    const graph = await openTestGraph();
    const api = await startApi(graph);
    const asked = await api.send({
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issueToken(TOKEN_RULES, AIGERIM, 1)}`,
      },
      body: JSON.stringify({ query: PUBLIC }),
    });
    expect([asked.status, asked.errors?.[0]?.message]).toEqual([401, expect.stringContaining('Nobody can sign in')]);
    await api.close();
    await graph.close();
  });
});
