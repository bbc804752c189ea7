import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptApiKeys } from '../../src/api/sign-in/accept-api-keys.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { runKazaid } from '../support/run-kazaid.ts';
import { openTestGraph } from '../support/seeded-graph.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

const apiKey = (...options: string[]) => runKazaid(['api-key', ...options]);

// Each starts a process of its own.
describe('kazaid api-key', { timeout: 180_000 }, () => {
  it('makes a key, shows it once, and revokes it for servers that run', async () => {
    const verify = acceptApiKeys(graph);
    const made = await apiKey('create', '--for', 'Ministry', '--role', 'analyst', '--days', '30');
    expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/^kzd_[\w-]{43}\n$/) });
    const key = made.output.trim();
    const id = /api-key:\w+/.exec(made.said)?.[0] ?? '';
    expect(await verify(key)).toEqual({ id, roles: ['ANALYST'] });

    const listed = await apiKey('list');
    expect(listed.output).toContain(`${id}  analyst`);
    expect(listed.output).not.toContain(key.slice(4, 16));

    expect((await apiKey('revoke', id)).output).toMatch(/revoked \d{4}-\d\d-\d\d/);
    await expect(verify(key)).rejects.toMatchObject({ code: 'Unauthenticated' });
  });

  it.each([
    [
      ['create', '--for', 'x', '--role', 'alumni_officer'],
      /says of no person what they did: it can be of analyst only/,
    ],
    [['create', '--for', 'x', '--days', '400'], /Expected a whole number from 1 to 366/],
  ])('refuses %j', async (options, reason) => {
    expect(await apiKey(...options)).toEqual({ code: 1, output: '', said: expect.stringMatching(reason) });
  });
});
