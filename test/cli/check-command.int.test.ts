import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { emptyGraph, openSeededGraph } from '../support/seeded-graph.ts';

const KAZAID = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

async function check(...options: string[]): Promise<{ code: number | null; out: string }> {
  const { uri, user, password } = inject('testNeo4j');
  const child = spawn(process.execPath, [KAZAID, 'check', ...options], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out };
}

// Each starts a process of its own, which loads all libraries.
describe('kazaid check', { timeout: 180_000 }, () => {
  it('prints what it found in lines, and ends with 1', async () => {
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(/^DANGLING_ACTIVITY {2}nothing to check$/m);
    expect(out).toMatch(/^DISAGREEING_FIGURES {2}[1-9]\d* of \d+ \(\d+\.\d %\)$/m);
    expect(out).toMatch(/^ {2}\d+ of \d+ \(.+%\) +The Astana Times, source:astana-times-interview$/m);
  });

  it('prints all of it as JSON', async () => {
    const { code, out } = await check('--json');
    expect(code).toBe(1);
    const checks = JSON.parse(out);
    expect(checks.map(({ kind }: { kind: string }) => kind)).toEqual(VOCABULARY.FindingKind);
    for (const { checked, found, share, groups } of checks) {
      expect(share).toBe(checked === 0 ? null : found / checked);
      expect(groups.reduce((sum: number, group: { found: number }) => sum + group.found, 0)).toBe(found);
    }
  });

  it('ends with 0 where there is nothing to find', async () => {
    await emptyGraph(graph);
    const { code, out } = await check();
    expect(code).toBe(0);
    expect(out.match(/nothing to check/g)).toHaveLength(VOCABULARY.FindingKind.length);
  });
});
