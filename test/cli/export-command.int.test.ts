import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { endOf, runKazaid, startKazaid } from '../support/run-kazaid.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { faultsOf, HAS_IATI_SCHEMA } from '../support/validate-iati.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

const CHECKED = HAS_IATI_SCHEMA ? '' : ' (well-formed only: ../shared/data is not there)';

const start = (...options: string[]) => startKazaid(['export', ...options]);
const run = (...options: string[]) => runKazaid(['export', ...options]);

// Each starts a process of its own, which loads all libraries.
describe('kazaid export', { timeout: 180_000 }, () => {
  it('writes a table to standard output, and what it did to the other', async () => {
    const { code, output, said } = await run('trilateralChainActors', '--filter', '{"pivotal":["country:KZ"]}');
    expect(code).toBe(0);
    expect(output).toMatch(/^chain_id,chain_name,/);
    expect(output).toContain('organisation:kazaid');
    expect(said).toMatch(/trilateralChainActors: \d+ in/);
  });

  it('writes a file whole, and reports as JSON', async () => {
    const folder = createTemporaryFolder();
    const file = join(folder, 'own.xml');
    const { code, output } = await run('iati', '--publisher-ref', 'KZ-BIN-000000000000', '--out', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
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
    const ended = endOf(child);
    await expect.poll(() => readdirSync(folder).length, { timeout: 120_000, interval: 2 }).toBe(1);
    child.kill('SIGINT');
    const { code } = await ended;
    // A quick machine may be done before it is told to stop; then the file is whole.
    expect([0, 130]).toContain(code);
    expect(readdirSync(folder)).toEqual(code === 0 ? ['b.csv'] : []);
  });

  it('says what is wrong with the filter, and makes no file', async () => {
    const folder = createTemporaryFolder();
    const { code, said } = await run('partners', '--filter', '{"off":"x"}', '--out', join(folder, 'a.csv'));
    expect([code, said]).toEqual([1, expect.stringMatching(/kazaid: filter\.off: not known; expected of, /)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends quietly where its reader has had enough', async () => {
    const child = start('statements');
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await endOf(child)).toMatchObject({ code: 0, said: '' });
  });

  it(`writes what came from a table with years only as IATI that fits its schema${CHECKED}`, async () => {
    const example = 'mappings/example/partner-activities';
    const imported = await runKazaid(['import', '--mapping', `${example}.yaml`, `${example}.csv`]);
    expect(imported.code, imported.said).toBe(0);
    const { code, output, said } = await run('iati', '--publisher-ref', 'KZ-BIN-000000000000');
    expect(code).toBe(0);
    expect(await faultsOf(output)).toEqual([]);
    expect(output).toContain('<transaction-date iso-date="2023-01-01"/>');
    expect(said).toMatch(/: transaction-date-less-exact-than-a-day: exact days missing: 1; the first day of the year /);
  });

  it('lists what there is', async () => {
    const { output } = await run('--list');
    expect(output).toMatch(/^partners +csv, jsonl/m);
    expect(output).toMatch(/^network +graphml, gexf/m);
    expect(output).not.toMatch(/alumn|audit/i);
  });
});
