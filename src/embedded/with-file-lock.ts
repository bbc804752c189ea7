import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

const POLL_MS = 200;

const SIGN_OF_LIFE_MS = 5_000;

/** An owner that has given no sign of life for so long is gone, even when another process has its id by now. */
const LEFT_BEHIND_AFTER_MS = 60_000;

/**
 * Does the work while no other process does work under the same lock; calls `onWait` once when it has to wait for one.
 * The lock of a killed process is taken over. Two that take it over at the same moment may both go on: what they do
 * must be safe then, too, and it is (jars are renamed into place, Neo4j locks its store itself).
 */
export async function withFileLock<Result>(
  path: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; !take(path); attempt++) {
    if (attempt === 1) onWait();
    await sleep(POLL_MS);
  }
  const signs = setInterval(() => giveSignOfLife(path), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(signs);
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  if (isLeftBehind(path)) rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isLeftBehind(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    const silence = Date.now() - statSync(path).mtimeMs;
    // An empty file was created this moment: its owner has not written its id yet.
    return silence > LEFT_BEHIND_AFTER_MS || (owner > 0 && !isAlive(owner));
  } catch {
    return false;
  }
}

function giveSignOfLife(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Taken over: see above.
  }
}
