import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { runKazaid } from '../support/run-kazaid.ts';
import { emptyGraph, openSeededGraph } from '../support/seeded-graph.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

const check = (...options: string[]) => runKazaid(['check', ...options]);

// Each starts a process of its own, which loads all libraries.
describe('kazaid check', { timeout: 180_000 }, () => {
  it('prints what it found in lines, and ends with 1', async () => {
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toMatch(/^DANGLING_ACTIVITY {2}nothing to check$/m);
    expect(output).toMatch(/^DISAGREEING_FIGURES {2}[1-9]\d* of \d+ \(\d+\.\d %\)$/m);
    expect(output).toMatch(/^ {2}\d+ of \d+ \(.+%\) +The Astana Times, source:astana-times-interview$/m);
  });

  it('prints all of it as JSON', async () => {
    const { code, output } = await check('--json');
    expect(code).toBe(1);
    const checks = JSON.parse(output);
    expect(checks.map(({ kind }: { kind: string }) => kind)).toEqual(VOCABULARY.FindingKind);
    for (const { checked, found, share, groups } of checks) {
      expect(share).toBe(checked === 0 ? null : found / checked);
      expect(groups.reduce((sum: number, group: { found: number }) => sum + group.found, 0)).toBe(found);
    }
  });

  it('ends with 0 where there is nothing to find', async () => {
    await emptyGraph(graph);
    const { code, output } = await check();
    expect(code).toBe(0);
    expect(output.match(/nothing to check/g)).toHaveLength(VOCABULARY.FindingKind.length);
  });
});
