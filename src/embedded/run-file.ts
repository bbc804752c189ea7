import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';
import { runProgram } from './run-program.ts';

const POLL_MS = 100;

/** A server whose owner is gone or stops it needs this long to close its store. */
const CLOSING_TIME_MS = 15_000;

const ANSWER_TIME_MS = 2_000;

/** What a second command must know to join a running server. */
export interface RunFile {
  /** Java's process id. */
  readonly processId: number;
  /** The process that started it, with which it ends. */
  readonly owner: number;
  readonly port: number;
}

export function writeRunFile(home: string, run: RunFile): void {
  const partial = `${pathIn(home)}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(run)}\n`, { mode: 0o600 });
  renameSync(partial, pathIn(home));
}

/** Removes the file of this very server; that of a later one stays. */
export function removeRunFile(home: string, processId: number): void {
  if (readRunFile(home)?.processId === processId) rmSync(pathIn(home), { force: true });
}

/** The server that runs on this folder and may be joined. One that is about to end is waited for, then there is none. */
export async function findRunning(home: string): Promise<RunFile | null> {
  const run = readRunFile(home);
  if (!run || !(await isNeo4jOf(home, run))) return null;
  if (isAlive(run.owner) && (await answers(run.port))) return run;
  const deadline = Date.now() + CLOSING_TIME_MS;
  while (Date.now() < deadline && (await isNeo4jOf(home, run))) await sleep(POLL_MS);
  return null;
}

function pathIn(home: string): string {
  return join(home, 'run.json');
}

function readRunFile(home: string): RunFile | null {
  try {
    const { processId, owner, port } = JSON.parse(readFileSync(pathIn(home), 'utf8'));
    return [processId, owner, port].every(isPositiveInteger) ? { processId, owner, port } : null;
  } catch {
    // Absent, or written by something else: nobody to join.
    return null;
  }
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** After a restart of the machine another process may have the same id, so its command line must fit, too. */
async function isNeo4jOf(home: string, { processId, port }: RunFile): Promise<boolean> {
  if (!isAlive(processId)) return false;
  const { succeeded, output } = await runProgram('ps', ['-ww', '-o', 'command=', '-p', String(processId)], 5_000);
  // A machine without ps: the port decides.
  if (!succeeded && output.includes('ENOENT')) return true;
  return output.includes(`EmbeddedNeo4j ${home} ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      timeout: ANSWER_TIME_MS,
    });
    const answer = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
