import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Timings } from '../../../bench/measure/measure-case.ts';
import { findBars } from '../../../bench/report/bars.ts';
import { toMarkdown } from '../../../bench/report/markdown.ts';
import { toPlot } from '../../../bench/report/plot.ts';
import type { CaseResults, GraphResults, Results } from '../../../bench/report/results.ts';

function timings(p50: number, p95 = 2 * p50): Timings {
  const timing = { requests: 10, p50, p50Least: p50, p50Greatest: p50, p95, throughput: 1000 / p50, cpu: p50 / 2 };
  return { 1: timing, 16: { ...timing, p50: 10 * p50 } };
}

function asked(
  question: CaseResults['question'],
  times: Record<string, number>,
  more: Partial<CaseResults> = {},
): CaseResults {
  return {
    question,
    subject: 'probe20',
    cannot: [],
    different: {},
    failed: {},
    answerSize: 100,
    timings: Object.fromEntries(Object.entries(times).map(([name, time]) => [name, timings(time)])),
    ...more,
  };
}

function graph(participations: number, cases: readonly CaseResults[]): GraphResults {
  const name = `${participations / 1_000} k`;
  const stint = { milliseconds: 1, fewest: 1, most: 1 };
  return {
    name,
    participations,
    largestHub: participations / 20,
    loadSeconds: 1,
    effort: { rounds: 1, alone: stint, together: stint, warmUp: stint },
    absent: {},
    memory: [],
    cases,
    mix: { timings: { kazaid: timings(7) }, failed: {} },
  };
}

function run(graphs: readonly GraphResults[]): Results {
  const names = [
    'hand-written-cypher',
    'cypher',
    'empty-request',
    'kazaid',
    'kazaid-cached',
    'neo4j-graphql',
    'postgraphile',
  ];
  return {
    startedAt: '2026-01-02T03:04:05.000Z',
    minutes: 3,
    command: 'npm run bench',
    machine: { system: 'Linux', processor: 'one <&> other', cores: 2, memoryMegabytes: 1, node: 'v20', versions: {} },
    loadBefore: 0,
    loadAfter: 0,
    contestants: Object.fromEntries(names.map((name) => [name, `in words: ${name}`])),
    graphs,
  };
}

const BASE = { 'hand-written-cypher': 2, cypher: 3, 'empty-request': 1 };

describe('the bars', () => {
  const of = (cases: readonly CaseResults[]) =>
    findBars([graph(1_000, cases)]).map(({ kind, clients, limit, found, isMet }) => ({
      kind,
      clients,
      limit,
      found,
      isMet,
    }));

  it('hold the nested query to hand-written Cypher and PostGraphile, alone and with 16 clients', () => {
    const found = of([asked('nested', { ...BASE, kazaid: 3.6, postgraphile: 4 })]);
    expect(found).toEqual([
      { kind: 'base', clients: 1, limit: 1.25, found: 1.2, isMet: true },
      { kind: 'other', clients: 1, limit: 1, found: 0.9, isMet: true },
      { kind: 'base', clients: 16, limit: 1.25, found: 1.2, isMet: true },
      { kind: 'other', clients: 16, limit: 1, found: 0.9, isMet: true },
    ]);
  });

  it('hold a question to its own Cypher; one of two hops may take a half longer than PostGraphile', () => {
    const times = { ...BASE, kazaid: 5, postgraphile: 4 };
    expect(of([asked('partners', times)])).toEqual([
      { kind: 'base', clients: 1, limit: 1.15, found: 1.25, isMet: false },
      { kind: 'other', clients: 1, limit: 1.5, found: 1.25, isMet: true },
    ]);
    expect(of([asked('chains', times)])[1]).toMatchObject({ limit: 1, isMet: false });
  });

  it('hold the cache to an empty request', () => {
    expect(of([asked('flows', { 'empty-request': 1, 'kazaid-cached': 1.5 })])).toEqual([
      { kind: 'cache', clients: 1, limit: 1.25, found: 1.5, isMet: false },
    ]);
  });

  it('hold growth to three times, for actors of equal degree', () => {
    const hub = { subject: 'hub' as const };
    const found = findBars([
      graph(10_000, [asked('paths', { kazaid: 2 }), asked('paths', { kazaid: 2 }, hub)]),
      graph(100_000, [asked('paths', { kazaid: 5 }), asked('paths', { kazaid: 50 }, hub)]),
    ]);
    expect(found).toMatchObject([{ subject: 'probe20', graph: '100 k', limit: 3, found: 2.5, isMet: true }]);
  });
});

describe('the report', () => {
  const results = run([
    graph(1_000, [
      asked('nested', { ...BASE, kazaid: 3.6, postgraphile: 4, 'neo4j-graphql': 8 }),
      asked('paths', { ...BASE, kazaid: 4 }, { cannot: ['neo4j-graphql'], different: { postgraphile: 'other ids' } }),
      asked('search', { ...BASE, kazaid: 4 }, { subject: 'names' }),
    ]),
    { ...graph(10_000, [asked('nested', { ...BASE, kazaid: 3.6 })]), absent: { postgraphile: 'no PostgreSQL' } },
  ]);

  it('says who cannot answer, who answered otherwise and who was left out', () => {
    const text = toMarkdown(results);
    expect(text).toContain('| paths | 20 projects | 2.0 / 4.0, 500/s, 1.0 (0.50) |');
    expect(text).toMatch(/\| paths \|.*\| cannot \| different answer \|/);
    expect(text).toContain('Left out: postgraphile (no PostgreSQL).');
  });

  it('has tables whose lines have all the same number of cells', () => {
    const blocks = toMarkdown(results)
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    for (const block of blocks) expect(new Set(block.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  });

  it('draws well-formed XML without a number that is none', () => {
    const plot = toPlot(results);
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(plot).close();
    expect(plot).not.toMatch(/NaN|Infinity|undefined/);
    expect(plot).toContain('in words: kazaid');
  });
});
