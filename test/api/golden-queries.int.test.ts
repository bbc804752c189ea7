import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, startApi } from '../support/api.ts';
import { expectGolden, normalise } from '../support/golden-file.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

/**
 * Each case is a question (<case>.graphql), its answer (<case>.json) and the statements that answered it (<case>.cypher).
 * UPDATE_GOLDEN=1 writes answers and statements: look at the difference before it is committed.
 */
const FOLDER = new URL('../queries/', import.meta.url);
const CASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));

describe('the golden queries', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
    // The library asks once which Neo4j it speaks to.
    await api.ask('{ goals(limit: 1) { id } }');
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(CASES)('%s', async (name) => {
    const query = readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');
    const { answers, statements } = await askAllPages(query);
    const answer = `${JSON.stringify(normalise(answers.length === 1 ? answers[0] : answers), null, 2)}\n`;
    expectGolden(new URL(`${name}.json`, FOLDER), answer);
    expectGolden(new URL(`${name}.cypher`, FOLDER), statementsOf(statements));
  });

  it('has no answer without a question', () => {
    const kept = readdirSync(FOLDER).filter((file) => !CASES.includes(file.replace(/\.(graphql|json|cypher)$/, '')));
    expect(kept).toEqual([]);
  });

  /** A question that begins with `# pages of <path>` is asked again with `$after` until the connection ends. */
  async function askAllPages(query: string): Promise<{ answers: Answer[]; statements: readonly string[] }> {
    const path = /^# pages of (\S+)/.exec(query)?.[1]?.split('.');
    const answers: Answer[] = [];
    let after: string | null = null;
    for (;;) {
      const asked = await api.ask(path ? withEndCursor(query) : query, { after });
      expect(asked.errors).toBeUndefined();
      expect(asked.status).toBe(200);
      answers.push(asked.data);
      const page = path?.reduce((value, key) => value[key], asked.data);
      if (!page?.pageInfo.hasNextPage) return { answers, statements: asked.statements };
      after = page.pageInfo.endCursor;
    }
  }
});

function withEndCursor(query: string): string {
  return query.replace('hasNextPage', 'hasNextPage endCursor');
}

/** Each statement once and in a fixed order: how often and when they are sent depends on what meets in one batch. */
function statementsOf(statements: readonly string[]): string {
  return [...new Set(statements.map(readable))].sort().join('\n');
}

/** Statements of ours with their lines as they stand; those of @neo4j/graphql by their first line, for they are its own. */
function readable(cypher: string): string {
  const lines = cypher.split('\n').filter((line) => line.trim() !== '');
  const isGenerated = lines[0]?.startsWith('CYPHER');
  if (isGenerated) return `// generated: ${lines[1]?.trim()}\n`;
  const indent = Math.min(...lines.slice(1).map((line) => line.search(/\S/)), 99);
  return `${lines.map((line, index) => (index === 0 ? line.trim() : line.slice(indent))).join('\n')};\n`;
}
