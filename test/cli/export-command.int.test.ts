import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const KAZAID = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

function start(...options: string[]): ChildProcess {
  const { uri, user, password } = inject('testNeo4j');
  return spawn(process.execPath, [KAZAID, 'export', ...options], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(...options);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

// Each starts a process of its own, which loads all libraries.
describe('kazaid export', { timeout: 180_000 }, () => {
  it('writes a table to standard output, and what it did to the other', async () => {
    const { code, out, err } = await run('trilateralChainActors', '--filter', '{"pivotal":["country:KZ"]}');
    expect(code).toBe(0);
    expect(out).toMatch(/^chain_id,chain_name,/);
    expect(out).toContain('organisation:kazaid');
    expect(err).toMatch(/trilateralChainActors: \d+ in/);
  });

  it('writes a file whole, and reports as JSON', async () => {
    const folder = createTemporaryFolder();
    const file = join(folder, 'own.xml');
    const { code, out } = await run('iati', '--publisher-ref', 'KZ-BIN-000000000000', '--out', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      what: 'iati',
      publisher: 'KZ-BIN-000000000000',
      leftOut: expect.any(Array),
    });
    expect(readFileSync(file, 'utf8')).toMatch(/<\/iati-activities>\n$/);
    expect(readdirSync(folder)).toEqual(['own.xml']);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const folder = createTemporaryFolder();
    const child = start('statements', '--out', join(folder, 'b.csv'));
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    await expect.poll(() => readdirSync(folder).length, { timeout: 120_000, interval: 2 }).toBe(1);
    child.kill('SIGINT');
    const code = await closed;
    // A quick machine may be done before it is told to stop; then the file is whole.
    expect([0, 130]).toContain(code);
    expect(readdirSync(folder)).toEqual(code === 0 ? ['b.csv'] : []);
  });

  it('says what is wrong with the filter, and makes no file', async () => {
    const folder = createTemporaryFolder();
    const { code, err } = await run('partners', '--filter', '{"off":"x"}', '--out', join(folder, 'a.csv'));
    expect([code, err]).toEqual([1, expect.stringMatching(/kazaid: filter\.off: not known; expected of, /)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends quietly where its reader has had enough', async () => {
    const child = start('statements');
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await new Promise<number | null>((resolve) => child.once('close', resolve))).toBe(0);
    expect(err).toBe('');
  });

  it('lists what there is', async () => {
    const { out } = await run('--list');
    expect(out).toMatch(/^partners +csv, jsonl/m);
    expect(out).toMatch(/^network +graphml, gexf/m);
    expect(out).not.toMatch(/alumn|audit/i);
  });
});
