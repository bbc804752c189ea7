import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKeyFile } from '../../src/keys/open-key-file.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const A = 'alumnus:a';
const B = 'alumnus:b';

describe('the file of keys', () => {
  let path: string;

  beforeEach(() => {
    path = join(createTemporaryFolder(), 'keys', 'alumni-keys');
  });

  it('is made where it is missing, for its owner alone, with a key for the index', async () => {
    const indexKey = await openKeyFile(path).indexKey();
    expect(indexKey).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await openKeyFile(path).indexKey()).toEqual(indexKey);
  });

  it.each([0o640, 0o604, 0o620, 0o601, 0o777])('is refused with the mode %o', async (mode) => {
    const keys = openKeyFile(path);
    await keys.ensure([A]);
    chmodSync(path, mode);
    for (const opened of [keys, openKeyFile(path)]) {
      await expect(opened.find([A])).rejects.toThrow(/may be read by others: make it yours alone \(chmod 600\)/);
    }
    chmodSync(path, 0o600);
    expect((await keys.find([A])).size).toBe(1);
  });

  it('gives each person a key of their own, the same every time', async () => {
    const keys = openKeyFile(path);
    const made = await keys.ensure([A, B, A]);
    expect(made.get(A)).toHaveLength(32);
    expect(made.get(A)).not.toEqual(made.get(B));
    expect(await keys.ensure([B, A])).toEqual(made);
    expect(await openKeyFile(path).find([A, B, 'alumnus:c'])).toEqual(made);
  });

  it('says that its index has no key, and makes up none', async () => {
    const keys = openKeyFile(path);
    await keys.ensure([A]);
    writeFileSync(path, readFileSync(path, 'latin1').replace(/^index .*\n/, ''));
    await expect(keys.indexKey()).rejects.toThrow(`${path} has lost the key of its index`);
    await expect(keys.find([A])).rejects.toThrow(`${path} has lost the key of its index`);
    writeFileSync(path, '');
    await expect(openKeyFile(path).indexKey()).rejects.toThrow('has lost the key of its index');
  });

  it('is not made where it must be there', async () => {
    const keys = openKeyFile(path, { isNew: false });
    const refused = expect.objectContaining({
      name: 'SetupError',
      message: expect.stringContaining(`${path} is not there`),
    });
    await expect(keys.indexKey()).rejects.toEqual(refused);
    await expect(keys.ensure([A])).rejects.toEqual(refused);
    expect(existsSync(path)).toBe(false);
    const made = await openKeyFile(path).ensure([A]);
    expect(await keys.find([A])).toEqual(made);
  });

  it('is refused where another was put in its place, until it is back', async () => {
    const keys = openKeyFile(path);
    const made = await keys.ensure([A]);
    const other = join(createTemporaryFolder(), 'alumni-keys');
    await openKeyFile(other).ensure([A]);
    const own = readFileSync(path);
    for (const [content, message] of [
      [readFileSync(other), 'no longer those that were opened'],
      ['', 'has lost the key of its index'],
    ] as const) {
      writeFileSync(path, content);
      for (const ask of [() => keys.find([A]), () => keys.ensure([B]), () => keys.destroy([A]), keys.indexKey])
        await expect(ask()).rejects.toThrow(message);
      expect(readFileSync(path)).toEqual(Buffer.from(content));
    }
    writeFileSync(path, own);
    expect(await keys.find([A])).toEqual(made);
  });

  it('is refused by name where the system refuses it', async () => {
    const file = path;
    await openKeyFile(file).ensure([A]);
    const folder = join(createTemporaryFolder(), 'folder');
    mkdirSync(folder, { mode: 0o700 });
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    for (const [unusable, code] of [
      [join(file, 'alumni-keys'), 'EEXIST|ENOTDIR'],
      [folder, 'EISDIR'],
      [loop, 'ELOOP'],
    ]) {
      await expect(openKeyFile(unusable as string).indexKey()).rejects.toEqual(
        expect.objectContaining({
          name: 'SetupError',
          message: expect.stringMatching(`^${unusable} cannot be used for the keys of alumni: (${code})`),
        }),
      );
    }
  });

  it('is not made anew where it was and is gone: everybody would be erased by it', async () => {
    const keys = openKeyFile(path);
    await keys.ensure([A]);
    rmSync(path);
    await expect(keys.ensure([B])).rejects.toThrow(`${path} is gone`);
    await expect(keys.find([A])).rejects.toThrow(`${path} is gone`);
    expect(existsSync(path)).toBe(false);
  });

  it('neither gives out nor destroys the key of its index as that of a person', async () => {
    const keys = openKeyFile(path);
    const indexKey = await keys.indexKey();
    expect((await keys.find(['index'])).size).toBe(0);
    await expect(keys.destroy(['index'])).rejects.toThrow('no person');
    await expect(keys.ensure(['alumnus:x y'])).rejects.toThrow('no person');
    await expect(keys.ensure([`alumnus:x\nindex ${'A'.repeat(43)}`])).rejects.toThrow('no person');
    expect(await openKeyFile(path).indexKey()).toEqual(indexKey);
  });

  it('takes a last line that was not finished for none, and goes on behind it', async () => {
    const keys = openKeyFile(path);
    const before = await keys.ensure([A, B]);
    truncateSync(path, statSync(path).size - 5);
    expect([...(await keys.find([A, B])).keys()]).toEqual([A]);
    const after = await keys.ensure([A, B, 'alumnus:c']);
    expect(after.get(A)).toEqual(before.get(A));
    expect(after.get(B)).not.toEqual(before.get(B));
    expect(await openKeyFile(path).find([A, B, 'alumnus:c'])).toEqual(after);
  });

  it('skips what is no line of its own', async () => {
    const keys = openKeyFile(path);
    const made = await keys.ensure([A]);
    appendFileSync(path, '\u0000\u0000\n# a remark\nalumnus:b short\n\xff\xfe\nalumnus:b\r\n');
    expect(await keys.find([A, B])).toEqual(made);
    await keys.destroy([A]);
    expect((await openKeyFile(path).find([A])).size).toBe(0);
  });
});

describe('a key that is destroyed', () => {
  let path: string;

  beforeEach(() => {
    path = join(createTemporaryFolder(), 'alumni-keys');
  });

  it('stands nowhere in the file any more, nor does any key of others change', async () => {
    const keys = openKeyFile(path);
    const made = await keys.ensure([A, B]);
    const text = made.get(A)?.toString('base64url') ?? 'none';
    expect(readFileSync(path, 'latin1')).toContain(text);
    await keys.destroy([A]);
    const bytes = readFileSync(path);
    expect(bytes.includes(text)).toBe(false);
    expect(bytes.includes(made.get(A) ?? 'none')).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await keys.find([A, B])).toEqual(new Map([[B, made.get(B)]]));
  });

  it('is gone for every other handle at once, at each of many times', async () => {
    const keys = openKeyFile(path);
    const other = openKeyFile(path);
    const ids = Array.from({ length: 50 }, (_, index) => `alumnus:${index}`);
    await keys.ensure(ids);
    for (const id of ids) {
      expect((await other.find([id])).size).toBe(1);
      await keys.destroy([id]);
      expect((await other.find([id])).size).toBe(0);
    }
  });

  it('is gone for a process that had read it before', async () => {
    const keys = openKeyFile(path);
    await keys.ensure([A]);
    const process = await startAsking(path);
    expect(await process.ask(A)).toBe('1');
    await keys.destroy([A]);
    expect(await process.ask(A)).toBe('0');
    process.end();
  });

  it('is another one when the same person is held anew', async () => {
    const keys = openKeyFile(path);
    const first = (await keys.ensure([A])).get(A);
    await keys.destroy([A]);
    await keys.destroy([A]);
    const second = (await keys.ensure([A])).get(A);
    expect(second).toHaveLength(32);
    expect(second).not.toEqual(first);
  });

  it('takes both lines of a person that two made at the same time with it', async () => {
    const keys = openKeyFile(path);
    await keys.ensure([A]);
    const twin = `alumnus:a ${'B'.repeat(43)}`;
    appendFileSync(path, `${twin}\n`);
    await keys.destroy([A]);
    expect(readFileSync(path, 'latin1')).not.toContain('B'.repeat(43));
    expect((await keys.find([A])).size).toBe(0);
  });
});

describe('several that write to the file at the same time', () => {
  it('lose nothing and agree on each key', async () => {
    const path = join(createTemporaryFolder(), 'alumni-keys');
    const handles = Array.from({ length: 8 }, () => openKeyFile(path));
    const ids = Array.from({ length: 40 }, (_, index) => `alumnus:${index}`);
    const answers = await Promise.all(
      handles.flatMap((keys, own) => [keys.ensure(ids), keys.ensure([`alumnus:own-${own}`])]),
    );
    const kept = await openKeyFile(path).find(ids);
    expect(kept.size).toBe(40);
    for (const answer of answers.filter(({ size }) => size === 40)) expect(answer).toEqual(kept);
    expect((await openKeyFile(path).find(handles.map((_, own) => `alumnus:own-${own}`))).size).toBe(8);
    expect(await Promise.all(handles.map((keys) => keys.indexKey()))).toEqual(
      Array(8).fill(await openKeyFile(path).indexKey()),
    );
  });

  it('may be processes, each with more keys than one write holds', async () => {
    const path = join(createTemporaryFolder(), 'alumni-keys');
    const many = 8_000;
    await Promise.all(['x', 'y'].map((name) => run(path, name, many)));
    const ids = ['x', 'y'].flatMap((name) => Array.from({ length: many }, (_, index) => `alumnus:${name}-${index}`));
    const shared = Array.from({ length: 100 }, (_, index) => `alumnus:shared-${index}`);
    expect((await openKeyFile(path).find([...ids, ...shared])).size).toBe(2 * many + 100);
    const broken = readFileSync(path, 'latin1')
      .split('\n')
      .filter((line) => line !== '' && !/^\S+ [\w-]{43}$/.test(line));
    expect(broken).toEqual([]);
  });
});

const MODULE = pathToFileURL(join(import.meta.dirname, '../../src/keys/open-key-file.ts')).href;
const LOADER = import.meta.resolve('tsx');

/** Another process that makes keys for persons of its own, and for some that the others make too. */
async function run(path: string, name: string, many: number): Promise<void> {
  const program = `
    const { openKeyFile } = await import(${JSON.stringify(MODULE)});
    const keys = openKeyFile(${JSON.stringify(path)});
    const shared = Array.from({ length: 100 }, (_, index) => 'alumnus:shared-' + index);
    await keys.ensure([...shared, ...Array.from({ length: ${many} }, (_, index) => 'alumnus:${name}-' + index)]);`;
  const child = spawn(process.execPath, ['--import', LOADER, '--input-type=module', '--eval', program], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

/** Another process that says for each id it is sent whether it has a key. */
async function startAsking(path: string) {
  const program = `
    const { openKeyFile } = await import(${JSON.stringify(MODULE)});
    const keys = openKeyFile(${JSON.stringify(path)});
    process.stdin.on('data', async (id) => console.log((await keys.find([String(id).trim()])).size));`;
  const child = spawn(process.execPath, ['--import', LOADER, '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    async ask(id: string): Promise<string> {
      child.stdin.write(`${id}\n`);
      const [answer] = await once(child.stdout, 'data');
      return String(answer).trim();
    },
    end: () => child.stdin.end(),
  };
}
