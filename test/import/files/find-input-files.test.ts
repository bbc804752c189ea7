import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checksumOf } from '../../../src/import/files/checksum-of.ts';
import { findInputFiles } from '../../../src/import/files/find-input-files.ts';
import type { InputFile } from '../../../src/import/input-file.ts';
import { zipOf } from '../../support/zip-of.ts';

vi.mock('node:fs/promises', { spy: true });

const folder = mkdtempSync(join(tmpdir(), 'kazaid-files-'));
const at = (...names: string[]) => join(folder, ...names);

beforeAll(() => {
  mkdirSync(at('many', 'deeper'), { recursive: true });
  mkdirSync(at('empty'));
  for (const name of ['b.xml', 'a.xml', '.hidden', 'deeper/c.xml']) writeFileSync(at('many', name), name);
  symlinkSync(at('many'), at('many', 'deeper', 'back'));
  symlinkSync(at('nowhere'), at('many', 'dangling'));
  writeFileSync(at('many', 'nothing.xml'), '');
  writeFileSync(at('nothing.xml'), '');
  writeFileSync(at('packed'), gzipSync('the content'));
  writeFileSync(at('plain.gz'), 'the content');
  const archive = [
    { name: 'b.csv', content: 'the content' },
    { name: 'folder/', content: '' },
    { name: 'folder/a.csv', content: 'another' },
    { name: '__MACOSX/b.csv', content: 'junk' },
    { name: 'folder/.DS_Store', content: 'junk' },
    { name: 'z\u001b[2J.csv', content: 'a name that clears the screen' },
  ];
  writeFileSync(at('archive'), zipOf(archive));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function contentOf(input: InputFile): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input.read()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const namesIn = async (...paths: string[]) =>
  (await findInputFiles(paths)).map(({ name }) => name.slice(folder.length + 1));

describe('findInputFiles: what is there', () => {
  it('finds all files of a folder by name, hidden ones and circles left out', async () => {
    expect(await namesIn(at('many'))).toEqual(['many/a.xml', 'many/b.xml', 'many/deeper/c.xml', 'many/nothing.xml']);
  });

  it('finds the files in an archive, without junk, folders and names that drive the terminal', async () => {
    expect(await namesIn(at('archive'))).toEqual(['archive/b.csv', 'archive/folder/a.csv', 'archive/z?[2J.csv']);
  });

  it('keeps the order of the paths, and gives what two of them lead to once', async () => {
    expect(await namesIn(at('plain.gz'), at('many', 'b.xml'), at('many'), at('plain.gz'))).toEqual([
      'plain.gz',
      'many/b.xml',
      'many/a.xml',
      'many/deeper/c.xml',
      'many/nothing.xml',
    ]);
  });

  it.each(['packed', 'plain.gz', 'archive'])('unpacks by content, whatever the name: %s', async (name) => {
    const [input] = await findInputFiles([at(name)]);
    expect(input && (await contentOf(input))).toBe('the content');
  });

  it('gives the same checksum for the same content, however it is packed, and can be read again', async () => {
    const inputs = await findInputFiles([at('packed'), at('plain.gz'), at('archive')]);
    const sums = await Promise.all(inputs.slice(0, 3).map((input) => checksumOf(input)));
    expect(new Set(sums).size).toBe(1);
    expect(await checksumOf(inputs[0] as InputFile)).toBe(sums[0]);
  });

  it.each(['packed', 'plain.gz', 'archive'])('counts the bytes of %s up to all it has', async (name) => {
    const [input] = await findInputFiles([at(name)]);
    let taken = 0;
    for await (const _ of input?.read((bytes) => (taken = bytes)) ?? []);
    expect(taken).toBe(input?.bytes);
    expect(taken).toBeGreaterThan(0);
  });
});

describe('findInputFiles: what is not', () => {
  it.each([
    ['no-such-file.xml', 'NotFound', /no such file or folder/],
    ['plain.gz/file.xml', 'NotFound', /no such file or folder/],
    ['nothing.xml', 'InvalidInput', /the file is empty/],
    ['empty', 'InvalidInput', /no file in this folder/],
  ])('refuses %s with one clear line', async (name, code, message) => {
    await expect(findInputFiles([at(name)])).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('refuses a device', async () => {
    await expect(findInputFiles(['/dev/null'])).rejects.toThrow(/expected a file or folder, found a device/);
  });

  it('says in one clear line that a file may not be read', async () => {
    vi.mocked(stat).mockRejectedValueOnce(Object.assign(new Error('EACCES: open'), { code: 'EACCES' }));
    // Other files of the same process may have loaded it with the true file system.
    vi.resetModules();
    const fresh = await import('../../../src/import/files/find-input-files.ts');
    await expect(fresh.findInputFiles([at('packed')])).rejects.toMatchObject({
      name: 'DomainError',
      message: expect.stringMatching(/packed: may not be read by this user/),
    });
  });
});
