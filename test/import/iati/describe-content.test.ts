import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { describeFile } from '../../../src/import/iati/describe-file.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { fixture } from './import-fixture.ts';

vi.mock('node:fs/promises', { spy: true });

it('gives size, checksum and publishers without reading the activities', async () => {
  const content = readFileSync(fixture('duplicate-identifier.xml'));
  expect(await describeFile(fixture('duplicate-identifier.xml'))).toEqual({
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    publishers: ['XX-TEST-1'],
  });
});

it.each([
  ['no-such-file.xml', 'NotFound', /no such file/],
  ['', 'InvalidInput', /expected a file/],
  ['minimal.xml/file.xml', 'NotFound', /no such file/],
])('refuses "%s" with one clear line', async (name, code, message) => {
  await expect(describeFile(fixture(name))).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

it.each([
  ['minimal.xml', undefined, 'as published to IATI by XX-TEST-1'],
  ['truncated.xml', undefined, 'as published to IATI'],
  ['minimal.xml', 'The Registry', 'The Registry'],
])('%s with --publisher %s comes from: %s', async (name, publisher, expected) => {
  const { source } = await createIatiImporter({
    path: fixture(name),
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

it('says in one clear line that a file may not be read', async () => {
  vi.mocked(stat).mockRejectedValueOnce(Object.assign(new Error('EACCES: open'), { code: 'EACCES' }));
  await expect(describeFile(fixture('minimal.xml'))).rejects.toMatchObject({
    name: 'DomainError',
    message: expect.stringMatching(/minimal\.xml: may not be read by this user/),
  });
});
