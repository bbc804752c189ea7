import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { describeContent } from '../../../src/import/iati/describe-content.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { openInput } from '../../support/open-input.ts';
import { fixture } from './import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazaid-describe-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('gives checksum and publishers, the same whether packed or not', async () => {
  const content = readFileSync(fixture('duplicate-identifier.xml'));
  const packed = join(folder, 'packed');
  writeFileSync(packed, gzipSync(content));
  for (const path of [fixture('duplicate-identifier.xml'), packed]) {
    expect(await describeContent(await openInput(path))).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      publishers: ['XX-TEST-1'],
    });
  }
});

it.each([
  ['minimal.xml', undefined, 'as published to IATI by XX-TEST-1'],
  ['truncated.xml', undefined, 'as published to IATI'],
  ['minimal.xml', 'The Registry', 'The Registry'],
])('%s with --publisher %s comes from: %s', async (name, publisher, expected) => {
  const { source } = await createIatiImporter({
    input: await openInput(fixture(name)),
    title: 'a title',
    publisher,
    retrieved: '2025-01-02',
  });
  expect(source).toMatchObject({
    kind: 'DATA_FILE',
    title: 'a title',
    publisher: expected,
    licence: 'as stated by each publisher',
    retrieved: '2025-01-02',
  });
});
