import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupError } from '../errors.ts';
import { explainFileSystemError } from './file-system-error.ts';
import { findFreePort } from './find-free-port.ts';
import { type InstallOptions, installNeo4j } from './install-neo4j.ts';
import { findPassword } from './password.ts';
import { findRunning, type RunFile, removeRunFile, writeRunFile } from './run-file.ts';
import { type StartedNeo4j, startNeo4j } from './start-neo4j.ts';
import { withFileLock } from './with-file-lock.ts';

const USER = 'neo4j';

/** Neo4j closes in less than a second; whatever it has not written by then is in its transaction log. */
const STOP_TIME_MS = 10_000;

export interface EmbeddedNeo4jOptions extends InstallOptions {
  /** The folder of the store; `<dataFolder>/graph` unless given. */
  readonly home?: string | undefined;
  /** A free one unless given. */
  readonly choosePort?: (() => Promise<number>) | undefined;
}

export interface EmbeddedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** True when another process runs the server. */
  readonly attached: boolean;
  /** Ends the server; does nothing when it is attached. */
  stop(): Promise<void>;
}

/**
 * A Neo4j of our own that answers: the one another command runs on the same folder, else a new one, which ends with
 * this process, however that ends. What stands in the way comes as a SetupError of one line.
 */
export async function openEmbeddedNeo4j(options: EmbeddedNeo4jOptions): Promise<EmbeddedNeo4j> {
  const home = resolve(options.home ?? join(options.dataFolder, 'graph'));
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return await joinOrStart(realpathSync(home), options);
  } catch (error) {
    throw explainFileSystemError(error, home);
  }
}

async function joinOrStart(home: string, options: EmbeddedNeo4jOptions): Promise<EmbeddedNeo4j> {
  const running = await findRunning(home);
  if (running) return attachTo(running, home);
  const installation = await installNeo4j(options);
  const sayWaiting = () => options.log('Waiting for another command that is starting Neo4j …');
  return withFileLock(join(home, 'starting'), sayWaiting, async () => {
    const startedMeanwhile = await findRunning(home);
    if (startedMeanwhile) return attachTo(startedMeanwhile, home);
    options.log(`Starting Neo4j ${installation.version} …`);
    const started = await startNeo4j({
      installation,
      home,
      choosePort: options.choosePort ?? findFreePort,
    });
    return own(started, home, options.log);
  });
}

function attachTo({ port }: RunFile, home: string): EmbeddedNeo4j {
  const password = findPassword(home);
  if (!password)
    throw new SetupError(`Neo4j runs on ${home}, but its password file is missing; stop the other command`);
  return {
    uri: uriOf(port),
    user: USER,
    password,
    attached: true,
    stop: async () => {},
  };
}

function own({ neo4j, port, password }: StartedNeo4j, home: string, log: (line: string) => void): EmbeddedNeo4j {
  const { processId, logFile } = neo4j;
  writeRunFile(home, { processId, owner: process.pid, port });
  let isStopping = false;
  neo4j.onEnd(() => {
    removeRunFile(home, processId);
    if (!isStopping) log(`Neo4j has ended by itself; its output is in ${logFile}`);
  });
  return {
    uri: uriOf(port),
    user: USER,
    password,
    attached: false,
    stop: () => {
      isStopping = true;
      return neo4j.end(STOP_TIME_MS);
    },
  };
}

function uriOf(port: number): string {
  return `bolt://127.0.0.1:${port}`;
}
