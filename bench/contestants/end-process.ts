import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const END_TIME_MS = 10_000;

/** Ends a process that was started here, and no other; kills it when it does not end by itself. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_TIME_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
