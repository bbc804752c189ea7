import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Neo4j and its Netty reach into these packages. */
const OPENED_PACKAGES = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];

const JAVA_OPTIONS = [
  ...OPENED_PACKAGES.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-XX:+UseSerialGC',
  '-Xmx768m',
];

export interface JavaProcessOptions {
  readonly java: string;
  readonly classPath: string;
  readonly moreJavaOptions: readonly string[];
  readonly home: string;
  readonly port: number;
  readonly password: string;
  /** True at the first start of a store. It costs some seconds: the first Cypher query compiles the compiler. */
  readonly setPassword: boolean;
}

export type Outcome = 'ready' | 'failed' | 'too slow';

/** Neo4j in its own Java process, which ends when this process does, however it ends. */
export class JavaProcess {
  readonly #child: ChildProcess;
  readonly logFile: string;

  constructor(options: JavaProcessOptions) {
    this.logFile = join(options.home, 'console.log');
    // A new file, not an emptied one: should the store be in use, its owner keeps writing to the old one.
    rmSync(this.logFile, { force: true });
    const log = openSync(this.logFile, 'wx', 0o600);
    const mode = options.setPassword ? ['set-password'] : [];
    this.#child = spawn(
      options.java,
      [
        ...JAVA_OPTIONS,
        ...options.moreJavaOptions,
        '-cp',
        options.classPath,
        'EmbeddedNeo4j',
        options.home,
        String(options.port),
        ...mode,
      ],
      // Detached, so that Ctrl-C reaches this process only, which still needs the graph to finish its work.
      { stdio: ['pipe', log, log], detached: true },
    );
    closeSync(log);
    // A start that fails shows in the exit code, a broken pipe in the end of the process.
    this.#child.on('error', () => {});
    this.#child.stdin?.on('error', () => {});
    this.#child.stdin?.write(`${options.password}\n`);
  }

  get processId(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get output(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  onEnd(listener: () => void): void {
    this.#child.once('exit', listener);
  }

  async waitUntilReady(timeLimitMs: number): Promise<Outcome> {
    const deadline = Date.now() + timeLimitMs;
    while (Date.now() < deadline) {
      const { hasEnded } = this;
      if (/^READY$/m.test(this.output)) return 'ready';
      if (hasEnded) return 'failed';
      await sleep(POLL_MS);
    }
    return 'too slow';
  }

  /** Asks the process to end and kills it when it has not done so in time. */
  async end(timeLimitMs: number): Promise<void> {
    if (this.hasEnded || this.processId === 0) return;
    const ended = once(this.#child, 'exit');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), timeLimitMs);
    this.#child.stdin?.end();
    await ended;
    clearTimeout(timer);
  }
}
