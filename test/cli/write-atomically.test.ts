import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printExports } from '../../src/cli/export/print-exports.ts';
import { requireWritable } from '../../src/cli/export/require-writable.ts';
import { writeAtomically } from '../../src/cli/export/write-atomically.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

async function* chunks(...texts: readonly string[]) {
  yield* texts;
}

async function* failing() {
  yield 'a part';
  throw new Error('the database fell over');
}

const unstopped = new AbortController().signal;

describe('a file that is written', () => {
  it('is there when it is complete, in place of an older one', async () => {
    const file = join(createTemporaryFolder(), 'a.csv');
    writeFileSync(file, 'old');
    await writeAtomically(file, chunks('a', 'Қ\n'), unstopped);
    expect(readFileSync(file, 'utf8')).toBe('aҚ\n');
  });

  it('leaves the older one alone, and nothing of itself, where it fails', async () => {
    const folder = createTemporaryFolder();
    writeFileSync(join(folder, 'a.csv'), 'old');
    await expect(writeAtomically(join(folder, 'a.csv'), failing(), unstopped)).rejects.toThrow(/fell over/);
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  });

  it('says what stands in its way', async () => {
    const folder = createTemporaryFolder();
    await expect(writeAtomically(join(folder, 'none', 'a'), chunks('a'), unstopped)).rejects.toThrow(
      /its folder does not exist/,
    );
    mkdirSync(join(folder, 'b'));
    await expect(writeAtomically(join(folder, 'b'), chunks('a'), unstopped)).rejects.toThrow(/it is a folder/);
  });

  it('is refused before it is written where it has no folder', async () => {
    const folder = createTemporaryFolder();
    await requireWritable(join(folder, 'a'));
    await expect(requireWritable(join(folder, 'none', 'a'))).rejects.toThrow(/its folder does not exist/);
    writeFileSync(join(folder, 'a'), '');
    await expect(requireWritable(join(folder, 'a', 'b'))).rejects.toThrow(/what should be its folder is a file/);
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('the list of exports', () => {
  const column = { name: 'id', type: 'text' as const, isList: true, description: 'The id.' };
  const filter = [{ name: 'of', type: 'ID!', description: 'Whose.' }];
  const exports = [
    { name: 'partners', description: 'A partner.', formats: ['csv' as const], filter, columns: [column] },
  ];

  it('shows each in a line, or one with its filter and columns', () => {
    expect(printExports(exports, undefined)).toMatch(/^partners {2}csv +A partner\.\n/);
    expect(printExports(exports, 'partners')).toContain('  of: ID!  Whose.');
    expect(printExports(exports, 'partners')).toContain('  id: text, several  The id.');
  });
});
