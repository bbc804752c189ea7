import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endProcess } from './end-process.ts';

export interface ForkedServer {
  readonly url: URL;
  readonly processId: number;
  stop(): Promise<void>;
}

const START_TIME_MS = 60_000;

/**
 * Runs a program of the folder `servers/` in a Node process of its own, in production mode, and waits until it says where
 * it listens. It is sent `parts` and ends with this process.
 */
export async function forkServer(name: string, parts: object = {}): Promise<ForkedServer> {
  const child = fork(fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    child.send(parts);
    const [answer] = await Promise.race([
      once(child, 'message', { signal: AbortSignal.timeout(START_TIME_MS) }),
      end(child),
    ]);
    return { url: new URL((answer as { url: string }).url), processId: child.pid ?? 0, stop: () => endProcess(child) };
  } catch (error) {
    await endProcess(child);
    throw new Error(`${name} did not start: ${(error as Error).message}`, { cause: error });
  }
}

async function end(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`it ended with ${code}; what it wrote stands above`);
}
