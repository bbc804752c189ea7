import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits/limits.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectGolden, normalise } from '../support/golden-file.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

const FOLDER = new URL('../../examples/', import.meta.url);
const EXAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));

describe('the examples', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    // Some answers depend on the current year.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-01') });
    graph = await openSeededGraph();
    api = await startApi(graph, DEFAULT_LIMITS);
  });

  afterAll(async () => {
    vi.useRealTimers();
    await api?.close();
    await graph?.close();
  });

  it.each(EXAMPLES)('%s says what it asks and is answered', async (file) => {
    const query = readFileSync(new URL(file, FOLDER), 'utf8');
    expect(query).toMatch(/^# \S/);
    const { data, errors, status } = await api.ask(query);
    expect([errors, status]).toEqual([undefined, 200]);
    const answer = `${JSON.stringify(normalise(data), null, 2)}\n`;
    expectGolden(new URL(file.replace('.graphql', '.json'), FOLDER), answer);
    for (const [field, answer] of Object.entries(data)) {
      // What is planned differs by kind: an empty list is an answer there.
      if (!file.includes('planned')) expect(answer, field).not.toEqual([]);
      expect(answer, field).not.toBeNull();
    }
  });

  it('show planned things', async () => {
    const planned = readFileSync(new URL('13-what-is-planned.graphql', FOLDER), 'utf8');
    const { data } = await api.ask(planned);
    expect(JSON.stringify(data)).toContain('activity:kazaid-alumni');
  });
});
