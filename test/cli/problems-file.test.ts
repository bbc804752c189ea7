import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemsFile } from '../../src/cli/imports/problems-file.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const problem = (line: number) => ({ file: 'f.csv', line, kind: 'bad-value', message: 'expected, found' }) as const;

describe('a file of problems', () => {
  it('has them all in their order, however many come at once', async () => {
    const path = join(createTemporaryFolder(), 'p.csv');
    const file = new ProblemsFile(path);
    for (let page = 0; page < 50; page += 1) {
      await file.add(Array.from({ length: 1_000 }, (_, index) => problem(page * 1_000 + index)));
    }
    await file.close();
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(50_000);
    expect(rows.every((row, line) => row === `f.csv,${line},,bad-value,"expected, found"`)).toBe(true);
  });

  it('says what stands in the way, to whoever adds and to whoever closes', async () => {
    const folder = join(createTemporaryFolder(), 'gone');
    mkdirSync(folder);
    const file = new ProblemsFile(join(folder, 'p.csv'));
    rmSync(folder, { recursive: true });
    const reason = 'p.csv cannot be written: its folder does not exist';
    const addForever = async () => {
      for (;;) await file.add([problem(1)]);
    };
    await expect(addForever()).rejects.toThrow(reason);
    await expect(file.close()).rejects.toThrow(reason);
  });
});
