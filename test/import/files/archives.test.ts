import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { findInputFiles } from '../../../src/import/files/find-input-files.ts';
import { zipOf } from '../../support/zip-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazaid-archives-'));
const path = join(folder, 'archive.zip');
afterAll(() => rmSync(folder, { recursive: true }));

const content = 'a line of content\n'.repeat(1_000);

async function read(bytes: Uint8Array): Promise<void> {
  writeFileSync(path, bytes);
  for (const input of await findInputFiles([path])) for await (const _ of input.read());
}

describe('archives that are refused before anything is read', () => {
  const whole = zipOf([{ name: 'a.csv', content }]);

  it.each([
    ['without entries', zipOf([]), 'InvalidInput', /no file in this archive/],
    ['cut off', whole.subarray(0, whole.length - 30), 'InvalidInput', /damaged or cut off/],
    ['encrypted', zipOf([{ name: 'a.csv', content, says: { flags: 1 } }]), 'InvalidInput', /a\.csv is encrypted/],
    ['packed otherwise', zipOf([{ name: 'a.csv', content, says: { method: 14 } }]), 'InvalidInput', /by method 14/],
    ['leading out of its folder', zipOf([{ name: '../a.csv', content }]), 'InvalidInput', /invalid relative path/],
    [
      'a bomb by what it says',
      zipOf([{ name: 'a.csv', content, says: { size: 4_000_000_000 } }]),
      'LimitExceeded',
      /unpack to 4000000000 or more/,
    ],
    [
      'of too many entries',
      zipOf(Array.from({ length: 50_001 }, (_, index) => ({ name: `${index}`, content: '' }))),
      'LimitExceeded',
      /more than 50000 entries/,
    ],
  ])('%s', async (_, bytes, code, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('what turns out damaged half-way', () => {
  it.each([
    ['an entry larger than it says', zipOf([{ name: 'a.csv', content, says: { size: 10 } }]), /damaged or cut off/],
    ['an entry with another checksum', zipOf([{ name: 'a.csv', content, says: { crc: 1 } }]), /its checksum/],
    ['a gzip file that is cut off', gzipSync(content).subarray(0, 40), /gzip file is damaged or cut off/],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ kind: 'malformed', message: expect.stringMatching(message) });
  });
});

it('refuses a gzip bomb once it is larger than honest data would be', async () => {
  const piece = gzipSync(Buffer.alloc(10_000_000));
  // Several gzip streams after each other are one file.
  await expect(read(Buffer.concat(Array.from({ length: 12 }, () => piece)))).rejects.toMatchObject({
    code: 'LimitExceeded',
    message: expect.stringMatching(/looks like a bomb/),
  });
});
