import { SetupError } from '../errors.ts';
import { assertSpaceLeft } from './file-system-error.ts';
import { firstMeaningfulLine } from './first-meaningful-line.ts';
import type { Installation } from './install-neo4j.ts';
import { JavaProcess } from './java-process.ts';
import { createPassword, findPassword, keepPassword } from './password.ts';

/** The very first start on a slow machine takes about 30 seconds. */
const START_TIME_MS = 120_000;

/** Each time another port: that three of them are taken between choosing and listening is no accident. */
const ATTEMPTS = 3;

export interface StartOptions {
  readonly installation: Installation;
  readonly home: string;
  readonly choosePort: () => Promise<number>;
}

export interface StartedNeo4j {
  readonly neo4j: JavaProcess;
  readonly port: number;
  readonly password: string;
}

/** Starts Neo4j and waits until it answers; a start that fails or takes too long leaves no process behind. */
export async function startNeo4j(options: StartOptions): Promise<StartedNeo4j> {
  for (let attempt = 1; ; attempt++) {
    const started = await startOn(await options.choosePort(), options);
    if (started) return started;
    if (attempt === ATTEMPTS) {
      throw new SetupError(`Neo4j found its port taken ${ATTEMPTS} times; free ports on 127.0.0.1 seem to be scarce`);
    }
  }
}

/** Null when the port was taken. */
async function startOn(port: number, { installation, home }: StartOptions): Promise<StartedNeo4j | null> {
  const { java, classPath, classArchive } = installation;
  const known = findPassword(home);
  const password = known ?? createPassword();
  const neo4j = new JavaProcess({
    java,
    classPath,
    // An archive that does not fit (another Java, a moved folder) is ignored; the remarks about it help nobody.
    moreJavaOptions: classArchive ? [`-XX:SharedArchiveFile=${classArchive}`, '-Xlog:disable'] : [],
    home,
    port,
    password,
    setPassword: known === null,
  });
  const outcome = await neo4j.waitUntilReady(START_TIME_MS);
  if (outcome === 'ready') {
    if (known === null) keepPassword(home, password);
    return { neo4j, port, password };
  }
  await neo4j.end(0);
  const { output, logFile } = neo4j;
  if (/BindException|Address already in use/.test(output)) return null;
  if (output.includes('FileLockException')) {
    throw new SetupError(
      `the graph in ${home} is in use by a process that cannot be joined; stop it, or set KAZAID_DATA to another folder`,
    );
  }
  assertSpaceLeft(output, home);
  if (outcome === 'too slow') {
    throw new SetupError(`Neo4j is not ready after ${START_TIME_MS / 1000} s; its output is in ${logFile}`);
  }
  throw new SetupError(`Neo4j did not start: ${firstMeaningfulLine(output)} (its output is in ${logFile})`);
}
