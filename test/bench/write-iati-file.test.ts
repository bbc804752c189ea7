import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeIatiFile } from '../../bench/network/write-iati-file.ts';
import { importFile } from '../import/iati/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazaid-iati-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes a file of the size asked for that the importer reads without a problem', async () => {
  const count = await writeIatiFile(path('a.xml'), { prefix: 'XA', bytes: 200_000 });
  expect(statSync(path('a.xml')).size).toBeGreaterThanOrEqual(200_000);
  expect(statSync(path('a.xml')).size).toBeLessThan(230_000);
  const { report, nodes, edges } = await importFile(path('a.xml'));
  expect(report).toMatchObject({
    isComplete: true,
    problems: {},
    records: { read: count, skipped: 0, written: count },
  });
  for (const label of ['Project', 'Organisation', 'Country', 'Sector', 'Goal', 'Transaction'] as const)
    expect(nodes(label).length, label).toBeGreaterThan(10);
  for (const type of ['PARTICIPATES_IN', 'IN_SECTOR', 'RELATED_TO', 'REPORTED_BY'] as const)
    expect(edges(type).length, type).toBeGreaterThan(10);
});

it('writes the same every time, and with another prefix the same but for that', async () => {
  const texts = [];
  for (const [name, prefix] of [
    ['1', 'XA'],
    ['2', 'XA'],
    ['3', 'XB'],
  ] as const) {
    await writeIatiFile(path(name), { prefix, first: 7, bytes: 20_000 });
    texts.push(readFileSync(path(name), 'utf8'));
  }
  expect(texts[1]).toBe(texts[0]);
  expect(texts[2]?.replaceAll('XB', 'XA')).toBe(texts[0]);
});
