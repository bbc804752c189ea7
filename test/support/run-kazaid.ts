import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const KAZAID = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));

/** What a command came to. */
export interface Ran {
  /** Null where it was killed. */
  readonly code: number | null;
  /** What it wrote to its output. */
  readonly output: string;
  /** What it wrote to its error output. */
  readonly said: string;
}

/** Begins a command in a process of its own, with the Neo4j of this test. */
export function startKazaid(command: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { uri, user, password } = inject('testNeo4j');
  return spawn(process.execPath, [KAZAID, ...command], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for its end. */
export async function endOf(child: ChildProcess): Promise<Ran> {
  let [output, said] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, said };
}

export function runKazaid(command: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return endOf(startKazaid(command, environment));
}
