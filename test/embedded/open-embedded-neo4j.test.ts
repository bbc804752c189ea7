import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedNeo4j, openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';
import { createJdk, createProgram, FETCHING_MAVEN, READY_JAVA } from '../support/fake-programs.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const SHELL_TOOLS = '/usr/bin:/bin';

/** Notes what it was started with and given, then stands for Neo4j. */
const NOTING_JAVA = `echo "$@" >> "$(dirname "$0")/arguments"; read password; echo "$password" >> "$(dirname "$0")/passwords"\n${READY_JAVA}`;

function prepare(java: string) {
  const root = createTemporaryFolder();
  const jdk = createJdk(join(root, 'jdk'), '17.0.15', `PATH=${SHELL_TOOLS}\n${java}`);
  const options = {
    dataFolder: join(root, 'data'),
    javaHome: jdk,
    searchPath: createProgram(join(root, 'maven/mvn'), `PATH=${SHELL_TOOLS}\n${FETCHING_MAVEN}`),
    jdkFolders: [],
    log: () => {},
  };
  const notes = (name: string) =>
    readFileSync(join(jdk, 'bin', name), 'utf8')
      .trim()
      .split('\n');
  return { root, options, home: join(options.dataFolder, 'graph'), notes };
}

async function open(options: Parameters<typeof openEmbeddedNeo4j>[0]): Promise<EmbeddedNeo4j> {
  const neo4j = await openEmbeddedNeo4j(options);
  onTestFinished(() => neo4j.stop());
  return neo4j;
}

describe('the embedded Neo4j (with a stand-in for Java)', () => {
  it('sets a random password at the first start of a store and keeps it for the later ones', async () => {
    const { options, home, notes } = prepare(NOTING_JAVA);
    const first = await open(options);
    await first.stop();
    const second = await open(options);
    await second.stop();
    expect(first.password).toMatch(/^[\w-]{32}$/);
    expect(second.password).toBe(first.password);
    // The first of the three belongs to the practice run of the installation.
    expect(notes('passwords').slice(1)).toEqual([first.password, first.password]);
    const starts = notes('arguments').filter((line) => !line.includes('UnsignJars'));
    expect(starts.map((line) => line.endsWith(' set-password'))).toEqual([true, true, false]);
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(notes('arguments').join()).not.toContain(first.password);
  });

  it('sets a new password when the file with the old one is lost or its first start never came to its end', async () => {
    const { root, options, home } = prepare('exit 1');
    await expect(open(options)).rejects.toThrow('did not start');
    expect(() => statSync(join(home, 'password'))).toThrow('ENOENT');
    const javaHome = createJdk(join(root, 'jdk'), '17.0.15', `PATH=${SHELL_TOOLS}\n${NOTING_JAVA}`);
    await open({ ...options, javaHome });
    expect(readFileSync(join(javaHome, 'bin/arguments'), 'utf8').trim()).toMatch(/ set-password$/);
  });

  it.each([
    ['FAILED IllegalStateException: the store is of another version', 'the store is of another version'],
    ['Error: Could not create the Java Virtual Machine.', 'Could not create the Java Virtual Machine.'],
    ['WARNING: something\n\tat org.neo4j.Main\nno memory', 'no memory'],
    ['', 'it said nothing'],
  ])('says why Java ended (%j) and where its log is', async (output, reason) => {
    const { options, home } = prepare(`printf '${output}\\n'; exit 1`);
    const error = await open(options).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'SetupError' });
    expect(String(error)).toContain(reason);
    expect(String(error)).toContain(join(home, 'console.log'));
    expect(String(error)).not.toContain('\n');
  });

  it('tries another port when the one it chose is taken', async () => {
    const { options } = prepare(
      `case "$*" in *" 1111"*) echo "FAILED BindException: Address already in use"; exit 1;; esac\n${READY_JAVA}`,
    );
    const ports = [1111, 2222];
    const { uri } = await open({ ...options, choosePort: async () => ports.shift() ?? 0 });
    expect(uri).toBe('bolt://127.0.0.1:2222');
  });

  it('gives up when every port it chooses is taken', async () => {
    const { options } = prepare('echo "FAILED BindException: Address already in use"; exit 1');
    await expect(open(options)).rejects.toThrow('found its port taken 3 times');
  });

  it.each([
    ['another process has the id by now', { processId: process.pid, owner: process.pid, port: 1 }],
    ['no process has the id', { processId: 2 ** 22 - 1, owner: process.pid, port: 1 }],
    ['it is damaged', 'not JSON'],
  ])('starts in spite of a run file that was left behind: %s', async (_, content) => {
    const { options, home } = prepare(READY_JAVA);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'run.json'), typeof content === 'string' ? content : JSON.stringify(content));
    const neo4j = await open(options);
    expect(neo4j.attached).toBe(false);
    expect(neo4j.uri).toContain(String(JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')).port));
  });

  it('starts in spite of a lock that a killed command left behind', async () => {
    const { options, home } = prepare(READY_JAVA);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'starting'), String(2 ** 22 - 1));
    expect((await open(options)).attached).toBe(false);
  });

  it('says so when the data folder cannot be written', async () => {
    const { root, options } = prepare(READY_JAVA);
    writeFileSync(join(root, 'file'), '');
    const home = join(root, 'file/graph');
    await expect(open({ ...options, home })).rejects.toMatchObject({
      name: 'SetupError',
      message: `cannot write to ${home}: a part of the path is not a folder`,
    });
  });
});
