import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MemoryResult, MemoryTask } from './measure-memory.ts';

const PROGRAM = fileURLToPath(new URL('measure-memory.ts', import.meta.url));

/** Imports the file in a process of its own and tells how much memory it needed on the way. */
export async function measureMemory(task: MemoryTask): Promise<MemoryResult> {
  const child = fork(PROGRAM, { execArgv: ['--expose-gc', '--import', 'tsx'] });
  child.send(task);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the import ended before its time')));
  ended.catch(() => {});
  const [result] = await Promise.race([once(child, 'message'), ended]);
  return result as MemoryResult;
}
