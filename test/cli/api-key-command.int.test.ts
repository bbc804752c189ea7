import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { acceptApiKeys } from '../../src/api/sign-in/accept-api-keys.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { openTestGraph } from '../support/seeded-graph.ts';

const KAZAID = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));

let graph: Graph;

beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

function apiKey(...options: string[]) {
  const { uri, user, password } = inject('testNeo4j');
  const env = { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const run = spawnSync(process.execPath, [KAZAID, 'api-key', ...options], { env, encoding: 'utf8' });
  return { status: run.status, out: run.stdout.trim(), said: run.stderr.trim() };
}

// Each starts a process of its own.
describe('kazaid api-key', { timeout: 180_000 }, () => {
  it('makes a key, shows it once, and revokes it for servers that run', async () => {
    const verify = acceptApiKeys(graph);
    const made = apiKey('create', '--for', 'Ministry', '--role', 'analyst', '--days', '30');
    expect([made.status, made.out]).toEqual([0, expect.stringMatching(/^kzd_[\w-]{43}$/)]);
    const id = /api-key:\w+/.exec(made.said)?.[0] ?? '';
    expect(await verify(made.out)).toEqual({ id, roles: ['ANALYST'] });

    const listed = apiKey('list');
    expect(listed.out).toContain(`${id}  analyst`);
    expect(listed.out).not.toContain(made.out.slice(4, 16));

    expect(apiKey('revoke', id).out).toMatch(/revoked \d{4}-\d\d-\d\d/);
    await expect(verify(made.out)).rejects.toMatchObject({ code: 'Unauthenticated' });
  });

  it.each([
    [
      ['create', '--for', 'x', '--role', 'alumni_officer'],
      /says of no person what they did: it can be of analyst only/,
    ],
    [['create', '--for', 'x', '--days', '400'], /Expected a whole number from 1 to 366/],
  ])('refuses %j', (options, reason) => {
    const { status, out, said } = apiKey(...options);
    expect([status, out, said]).toEqual([1, '', expect.stringMatching(reason)]);
  });
});
