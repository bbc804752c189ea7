import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';

const KAZAID = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));
const ACTIVITIES = 1_200;

let graph: Graph;
const folder = mkdtempSync(join(tmpdir(), 'kazaid-test-'));
const file = join(folder, 'many.xml');

beforeAll(async () => {
  graph = await openTestGraph();
  writeFileSync(file, manyActivities());
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => emptyGraph(graph));

/** Activities that share organisations, countries and parents, so that records depend on what others wrote. */
function manyActivities(): string {
  const activities = Array.from({ length: ACTIVITIES }, (_, index) => {
    const sibling = (index * 7) % ACTIVITIES;
    return `<iati-activity>
      <iati-identifier>XX-TEST-1-${index}</iati-identifier>
      <reporting-org ref="XX-TEST-1" type="10"><narrative>Reporter</narrative></reporting-org>
      <title><narrative xml:lang="en">Activity ${index}</narrative></title>
      <participating-org ref="XX-ORG-${index % 17}" role="1" type="10"><narrative>Organisation ${index % 17}</narrative></participating-org>
      <participating-org ref="XX-ORG-${index % 13}" role="4" type="21"><narrative>Organisation ${index % 13}</narrative></participating-org>
      <recipient-country code="${['KG', 'TJ', 'UZ'][index % 3]}" percentage="100"/>
      <related-activity ref="XX-TEST-1-${sibling}" type="3"/>
      <transaction><transaction-type code="2"/><transaction-date iso-date="2024-01-0${1 + (index % 9)}"/>
        <value currency="USD" value-date="2024-01-01">${index}.50</value></transaction>
    </iati-activity>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03">${activities.join('')}</iati-activities>`;
}

function startImport(...options: string[]): ChildProcess {
  const { uri, user, password } = inject('testNeo4j');
  return spawn(process.execPath, [KAZAID, 'import', file, ...options], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

async function recordCount(): Promise<number> {
  const [row] = await graph.read<{ count: number }>('MATCH (r:Record) RETURN count(r) AS count');
  return row?.count ?? 0;
}

async function untilSomeAreWritten(): Promise<number> {
  for (let attempt = 0; attempt < 2_000; attempt++) {
    const count = await recordCount();
    if (count > 0) return count;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing was written');
}

describe('kazaid import', () => {
  it('comes to the same graph when it is killed half-way and run again', async () => {
    await finish(startImport());
    const wanted = await graphDigest(graph);
    expect(await recordCount()).toBe(ACTIVITIES);

    await emptyGraph(graph);
    const killed = startImport();
    const ended = finish(killed);
    await untilSomeAreWritten();
    killed.kill('SIGKILL');
    await ended;
    const left = await recordCount();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(ACTIVITIES);

    const { code } = await finish(startImport());
    expect(code).toBe(0);
    expect(await graphDigest(graph)).toBe(wanted);
  }, 180_000);

  it('changes nothing the second time, and says so as JSON', async () => {
    await finish(startImport());
    const before = await graphDigest(graph);
    const { code, output } = await finish(startImport('--json'));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject([{ records: { read: ACTIVITIES, written: 0, unchanged: ACTIVITIES } }]);
    expect(await graphDigest(graph)).toBe(before);
  }, 120_000);
});
