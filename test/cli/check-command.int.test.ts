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

  it('says how to list the records, and lists them', async () => {
    expect((await check()).output).toMatch(/^kazaid check --list [A-Z_]+ {2}lists the records, of each kind\.$/m);
    const [row] = await graph.read<{ count: number }>(
      'MATCH (a:Activity) WHERE a.firstDay IS NULL AND NOT coalesce(a.isPhantom, false) RETURN count(a) AS count',
    );
    const { code, output } = await check('--list', 'missing_dates');
    expect(code).toBe(1);
    const [first, ...lines] = output.trimEnd().split('\n');
    expect(first).toBe('MISSING_DATES  expected a day or year on which it starts');
    expect(lines).toHaveLength(row?.count ?? -1);
    for (const line of lines) expect(line).toMatch(/^ {2}(activity|edition|programme|project):\S+ \(.+\): no start$/);
    const figures = JSON.parse((await check('--list', 'DISAGREEING_FIGURES', '--json')).output);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures[0]).toEqual({
      kind: 'DISAGREEING_FIGURES',
      record: { id: expect.stringMatching(/^figure:/), name: expect.any(String) },
      found: expect.arrayContaining([expect.stringMatching(/^figure:/)]),
      expected: 'figures of the same thing that can be true together',
    });
  });

  it('refuses a kind that is none', async () => {
    const { code, said } = await check('--list', 'TYPOS');
    expect(code).toBe(1);
    expect(said).toMatch(/'TYPOS' is invalid\. Expected one of DANGLING_ACTIVITY, /);
  });

  it('prints all of it as JSON', async () => {
    const { code, output } = await check('--json');
    expect(code).toBe(1);
    const checks = JSON.parse(output);
    expect(checks.map(({ kind }: { kind: string }) => kind)).toEqual(VOCABULARY.FindingKind);
    for (const { checked, found, share, groups } of checks) {
      expect(share).toBe(checked === 0 ? null : found / checked);
      const sum = groups.reduce((all: number, group: { found: number }) => all + group.found, 0);
      expect(sum).toBeGreaterThanOrEqual(found);
    }
  });

  it('ends with 0 where there is nothing to find', async () => {
    await emptyGraph(graph);
    const { code, output } = await check();
    expect(code).toBe(0);
    expect(output.match(/nothing to check/g)).toHaveLength(VOCABULARY.FindingKind.length);
    expect(output).not.toContain('--list');
    expect(await check('--list', 'NO_TITLE')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/nothing found/),
    });
  });
});
