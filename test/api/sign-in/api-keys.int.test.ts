import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../../src/api/sign-in/token-verifier.ts';
import { today } from '../../../src/domain/today.ts';
import { createApiKey } from '../../../src/graph/api-keys/create-api-key.ts';
import { listApiKeys } from '../../../src/graph/api-keys/list-api-keys.ts';
import { revokeApiKey } from '../../../src/graph/api-keys/revoke-api-key.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { readGraphState } from '../../../src/graph/queries/graph-state.ts';
import { type Api, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { TOKEN_RULES } from '../../support/token-rules.ts';

describe('an API key', () => {
  let graph: Graph;
  let elsewhere: Graph;
  let api: Api;

  beforeAll(async () => {
    [graph, elsewhere] = [await openTestGraph(), await openTestGraph()];
    api = await startApi(graph, undefined, {
      verifyToken: createTokenVerifier(TOKEN_RULES),
      responseCacheBytes: 1_000_000,
    });
  });
  beforeEach(() => emptyGraph(graph));
  afterAll(async () => {
    await api.close();
    await Promise.all([graph.close(), elsewhere.close()]);
  });

  const ask = (text: string, query = '{ viewer { id roles } }', on = api) =>
    on.send({
      headers: { 'content-type': 'application/json', authorization: `Bearer ${text}` },
      body: JSON.stringify({ query }),
    });

  const make = (days = 365) => createApiKey(graph, { for: 'the dashboard', days });

  it('signs in as an analyst, and as nothing else', async () => {
    const { key, text } = await make();
    expect(text).toMatch(/^kzd_[\w-]{43}$/);
    const { status, data } = await ask(text);
    expect([status, data.viewer]).toEqual([200, { id: key.id, roles: ['ANALYST'] }]);
    for (const query of ['{ alumnus(id: "alumnus:x") { id } }', '{ auditEvents { totalCount } }'])
      expect((await ask(text, query)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is kept as a hash alone', async () => {
    const { key, text } = await make();
    const rows = await graph.read<{ all: object }>('MATCH (n) RETURN properties(n) AS all');
    expect(JSON.stringify(rows)).toContain(key.id);
    expect(JSON.stringify(rows)).not.toContain(text.slice(4, 20));
    expect(await listApiKeys(graph)).toEqual([key]);
    expect(Object.keys(key)).not.toContain('hash');
  });

  it('is refused from the moment another process revokes it, also where the answer is kept', async () => {
    const { key, text } = await make();
    const meta = '{ meta { apiVersion } }';
    expect((await ask(text, meta)).status).toBe(200);
    await revokeApiKey(elsewhere, key.id);
    const { status, body, headers } = await ask(text, meta);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(JSON.parse(body).errors[0].message).toBe('The API key is not accepted: it was revoked.');
    expect((await revokeApiKey(elsewhere, key.id))?.revokedAt).not.toBeNull();
    expect(await revokeApiKey(elsewhere, 'api-key:none')).toBeNull();
  });

  it.each([
    ['kzd_', 'one of ours'],
    [`kzd_${'A'.repeat(43)}`, 'one of ours'],
    [`kzd_${'A'.repeat(44)}`, 'one of ours'],
    ['KZD_abc', 'one of ours'],
  ])('that was never made is refused: %s', async (text, reason) => {
    const { status, errors, statements } = await ask(text);
    expect([status, errors?.[0]?.message]).toEqual([401, expect.stringContaining(reason)]);
    expect(statements.length).toBeLessThanOrEqual(1);
  });

  it('that has expired, or was given another role in the database, is refused', async () => {
    const old = await make(-1);
    expect((await ask(old.text)).errors?.[0]?.message).toBe('The API key is not accepted: it has expired.');
    const raised = await make();
    await graph.write((transaction) => transaction.run("MATCH (key:ApiKey) SET key.role = 'ADMIN'"));
    expect((await ask(raised.text)).status).toBe(401);
  });

  it('notes the day it was used, and the graph does not change by it', async () => {
    const { text } = await make();
    const before = await readGraphState(graph);
    await ask(text);
    await expect.poll(async () => (await listApiKeys(graph))[0]?.lastUsedOn).toBe(today());
    expect(await readGraphState(graph)).toEqual(before);
  });

  it('is accepted by a server that takes no other tokens, and by exports', async () => {
    const { text } = await make();
    const bare = await startApi(graph);
    expect((await ask(text, undefined, bare)).status).toBe(200);
    const url = '/export/participations.csv';
    const headers = { authorization: `Bearer ${text}` };
    expect((await bare.app.inject({ url, headers })).statusCode).toBe(200);
    expect((await bare.app.inject({ url, headers: { authorization: 'Bearer kzd_x' } })).statusCode).toBe(401);
    await bare.close();
  });
});
