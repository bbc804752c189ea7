import { randomBytes } from 'node:crypto';
import { constants, linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PersonKeys } from '../domain/alumni/person-keys.ts';
import { KEY_BYTES } from '../domain/alumni/seal.ts';
import { DomainError, SetupError } from '../errors.ts';

/** The line of the key of blind indexes, which is the first. */
const INDEX = 'index';
const PERSON = /^[\w-]+:[\x21-\x7e]+$/;
const LINE = /^([\x21-\x7e]+) ([\w-]{43})$/;
const DESTROYED = '-'.repeat(43);

/** To the end of a file that is there: one that is gone is not made anew without the key of its index. */
const APPEND = constants.O_WRONLY | constants.O_APPEND;

/** Few enough for one write of the system, which no other process can come in between. */
const MOST_IN_A_WRITE = 1_000;

interface Kept {
  readonly key: Buffer;
  /** Where the key's text begins in the file; several where two processes made one at the same time. */
  readonly offsets: number[];
}

export interface KeyFileOptions {
  /** Make the file where it is not there; else it is refused. */
  readonly isNew: boolean;
}

/**
 * Keys in one file that its owner alone can read, a line for each. New ones are added at the end; one that is destroyed
 * is overwritten where it stands, so that the file never holds it again. Other processes may do both at the same time.
 * A file that others may read, or that cannot be used, is refused with a SetupError.
 */
export function openKeyFile(path: string, { isNew }: KeyFileOptions = { isNew: true }): PersonKeys {
  let kept = new Map<string, Kept>();
  let seen = '';

  async function read(): Promise<ReadonlyMap<string, Kept>> {
    const state = stateOf(path, seen !== '', isNew);
    if (state === seen) return kept;
    const found = await readKeys(path);
    requireSameFile(kept, found, path);
    kept = found;
    seen = state;
    return kept;
  }

  return {
    async find(ids) {
      const keys = await read();
      return new Map(ids.flatMap((id) => keyOf(keys, id)));
    },
    async ensure(ids) {
      requirePersons(ids);
      const keys = await read();
      const missing = [...new Set(ids)].filter((id) => !keys.has(id));
      if (missing.length > 0) await append(path, missing);
      return this.find(ids);
    },
    async destroy(ids) {
      requirePersons(ids);
      // Another process may make one of them again in the meantime: until none is left.
      for (;;) {
        const keys = await read();
        const offsets = ids.flatMap((id) => keys.get(id)?.offsets ?? []);
        if (offsets.length === 0) return;
        await overwrite(path, offsets);
      }
    },
    async indexKey() {
      return indexKeyOf(await read(), path);
    },
  };
}

function indexKeyOf(keys: ReadonlyMap<string, Kept>, path: string): Buffer {
  const key = keys.get(INDEX)?.key;
  if (!key) throw new SetupError(`${path} has lost the key of its index: expected "${INDEX}" in its first line`);
  return key;
}

/** By what was put in place of a file, everybody would seem to be erased. */
function requireSameFile(before: ReadonlyMap<string, Kept>, now: ReadonlyMap<string, Kept>, path: string): void {
  const key = indexKeyOf(now, path);
  if (before.size === 0 || indexKeyOf(before, path).equals(key)) return;
  throw new DomainError('Unavailable', 'The keys of alumni are no longer those that were opened: put their file back.');
}

function keyOf(keys: ReadonlyMap<string, Kept>, id: string): [string, Buffer][] {
  const key = id === INDEX ? undefined : keys.get(id)?.key;
  return key ? [[id, key]] : [];
}

/** What is no id of a person might break a line, or destroy the key of the index. */
function requirePersons(ids: readonly string[]): void {
  if (!ids.every((id) => PERSON.test(id))) throw new Error('a key was to be made or destroyed for what is no person');
}

/** Changes whenever anybody wrote to the file. Made where it never was: one that is gone took everybody's keys with it. */
function stateOf(path: string, wasThere: boolean, isNew: boolean): string {
  const there = explained(path, () => statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (there === undefined && wasThere) throw new SetupError(`${path} is gone: put it back, and start again`);
  if (there === undefined && !isNew)
    throw new SetupError(
      `${path} is not there: give the file of the keys that the alumni of this graph were sealed with as ALUMNI_KEYS`,
    );
  const found = there ?? explained(path, () => create(path));
  const isOthersToo = process.platform !== 'win32' && (found.mode & 0o077n) !== 0n;
  if (isOthersToo) throw new SetupError(`${path} may be read by others: make it yours alone (chmod 600)`);
  return `${found.ino}/${found.size}/${found.mtimeNs}`;
}

/** The file appears whole or not at all; of two that make it at the same time, both take the one that was first. */
function create(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(partial, lineOf(INDEX), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(partial, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  return statSync(path, { bigint: true });
}

function explained<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explain(path, error);
  }
}

/** What the system refuses, such as a file of somebody else, or a disk that is read only. */
function explain(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new SetupError(`${path} cannot be used for the keys of alumni: ${error.message}`, { cause: error });
}

function lineOf(id: string): string {
  return `${id} ${randomBytes(KEY_BYTES).toString('base64url')}\n`;
}

/** Of two lines for one person, made at the same time, the first counts. A last line that was not finished is none. */
async function readKeys(path: string): Promise<Map<string, Kept>> {
  return using(path, 'r', async (file) => {
    const text = (await file.readFile()).toString('latin1');
    const keys = new Map<string, Kept>();
    let offset = 0;
    for (const line of text.split('\n')) {
      const [, id, key] = LINE.exec(line) ?? [];
      if (id && key && key !== DESTROYED) keep(keys, id, key, offset + id.length + 1);
      offset += line.length + 1;
    }
    return keys;
  });
}

function keep(keys: Map<string, Kept>, id: string, key: string, offset: number): void {
  const first = keys.get(id);
  if (first) first.offsets.push(offset);
  else keys.set(id, { key: Buffer.from(key, 'base64url'), offsets: [offset] });
}

/** In one write, at whatever is the end by then; on a line of its own, even where a process died in the middle of one. */
async function append(path: string, ids: readonly string[]): Promise<void> {
  await using(path, APPEND, async (file) => {
    let start = 0;
    do {
      const lines = Buffer.from(
        `\n${ids
          .slice(start, start + MOST_IN_A_WRITE)
          .map(lineOf)
          .join('')}`,
      );
      await file.write(lines);
      start += MOST_IN_A_WRITE;
    } while (start < ids.length);
  });
}

/** The file also grows by an empty line: its size tells others that it changed, which the clock may be too coarse for. */
async function overwrite(path: string, offsets: readonly number[]): Promise<void> {
  const nothing = Buffer.from(DESTROYED);
  await using(path, 'r+', async (file) => {
    for (const offset of offsets) await file.write(nothing, 0, nothing.length, offset);
  });
  await append(path, []);
}

async function using<Result>(
  path: string,
  flags: string | number,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  try {
    const file = await open(path, flags);
    try {
      const result = await work(file);
      if (flags !== 'r') await file.sync();
      return result;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explain(path, error);
  }
}
