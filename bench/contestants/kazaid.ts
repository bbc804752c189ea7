import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { askOverHttp } from './ask-over-http.ts';
import type { Contestant, Stage } from './contestant.ts';
import { endProcess } from './end-process.ts';

const COMMAND = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));
const START_TIME_MS = 120_000;

interface Configuration {
  readonly name: string;
  readonly title: string;
  /** Variables of src/config.ts in which this configuration differs from the usual one. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Our server as `npm start` runs it, in a process of its own, on the Neo4j of the stage. */
function kazaid({ name, title, environment }: Configuration): Contestant {
  return {
    name,
    title,
    async start({ neo4j }) {
      const child = spawn(process.execPath, [COMMAND, 'serve'], {
        env: { ...process.env, ...variablesFor(neo4j), ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const url = await untilServing(child);
        return {
          prepare: async (question, asked) => askOverHttp(url, question.kazaid, asked),
          processIds: { server: child.pid ?? 0, database: neo4j.processId },
          stop: () => endProcess(child),
        };
      } catch (error) {
        await endProcess(child);
        throw error;
      }
    },
  };
}

function variablesFor({ uri, user, password }: Stage['neo4j']): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: 'neo4j',
    DATABASE_TIMEOUT_MS: '60000',
    LOG_LEVEL: 'error',
  };
}

/** The address stands in what the command prints once it serves. */
async function untilServing(child: ChildProcess): Promise<URL> {
  const { stdout } = child;
  if (stdout === null) throw new Error('our server has no output');
  const lines = createInterface({ input: stdout });
  const address = new Promise<URL>((resolve) => {
    lines.on('line', (line) => {
      const found = /GraphQL API\s+(\S+)/.exec(line)?.[1];
      if (found) resolve(new URL(found));
    });
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`our server ended with ${code} before it served`);
  });
  const late = once(child, 'never', { signal: AbortSignal.timeout(START_TIME_MS) }).catch(() => {
    throw new Error(`our server does not serve after ${START_TIME_MS / 1000} s`);
  });
  return Promise.race([address, ended, late as Promise<never>]);
}

/** Without and with the cache of answers. */
export const KAZAID: readonly Contestant[] = [
  kazaid({ name: 'kazaid', title: 'this project, cache off', environment: { RESPONSE_CACHE_MB: '0' } }),
  kazaid({ name: 'kazaid-cached', title: 'this project, from its cache', environment: { RESPONSE_CACHE_MB: '64' } }),
];
