import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installNeo4j } from '../../src/embedded/install-neo4j.ts';
import { createJdk, createProgram, FETCHING_MAVEN } from '../support/fake-programs.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const SHELL_TOOLS = '/usr/bin:/bin';

function prepare(maven: string | null, jdkVersion = '17.0.15') {
  const root = createTemporaryFolder();
  const lines: string[] = [];
  const searchPath = maven === null ? root : createProgram(join(root, 'maven/mvn'), `PATH=${SHELL_TOOLS}\n${maven}`);
  const dataFolder = join(root, 'data');
  const options = {
    dataFolder,
    javaHome: createJdk(join(root, 'jdk'), jdkVersion),
    searchPath,
    jdkFolders: [],
    log: (line: string) => lines.push(line),
  };
  return { root, options, lines, library: join(dataFolder, 'lib') };
}

describe('the installation of Neo4j', () => {
  it('fetches, compiles and prepares once, and says so', async () => {
    const { options, lines, library } = prepare(FETCHING_MAVEN);
    const { version, classPath } = await installNeo4j(options);
    expect(readdirSync(join(library, version))).toEqual(['neo4j.jar']);
    expect(classPath).toMatch(new RegExp(`^${join(library, version)}/\\*:${library}/launcher-\\w{12}\\.jar$`));
    expect(lines).toEqual([
      `Fetching Neo4j ${version} with Maven, about 120 MB, once …`,
      'Preparing Neo4j for quick starts, about 25 seconds, once …',
    ]);
    await installNeo4j(options);
    expect(lines).toHaveLength(2);
  });

  it('runs Maven with the JDK it found', async () => {
    const { root, options } = prepare(`echo "$JAVA_HOME" > "$(dirname "$0")/java-home"\n${FETCHING_MAVEN}`);
    await installNeo4j(options);
    expect(readFileSync(join(root, 'maven/java-home'), 'utf8').trim()).toBe(options.javaHome);
  });

  it('works without the archive of classes when Java makes none', async () => {
    const { options } = prepare(FETCHING_MAVEN);
    expect((await installNeo4j(options)).classArchive).toBeNull();
  });

  it('compiles anew for another JDK and removes what belonged to the old one', async () => {
    const { root, options, library } = prepare(FETCHING_MAVEN);
    await installNeo4j(options);
    const launchers = () => readdirSync(library).filter((name) => name.startsWith('launcher-'));
    const before = launchers();
    await installNeo4j({ ...options, javaHome: createJdk(join(root, 'newer'), '21.0.7') });
    expect(launchers()).toHaveLength(1);
    expect(launchers()).not.toEqual(before);
  });

  it('fetches once when two commands want it at the same moment', async () => {
    const { options, lines } = prepare(`${FETCHING_MAVEN}\nsleep 0.3`);
    await Promise.all([installNeo4j(options), installNeo4j(options)]);
    expect(lines.filter((line) => line.startsWith('Fetching'))).toHaveLength(1);
    expect(lines).toContain('Waiting for another command that is fetching Neo4j …');
  });

  it.each([
    ['there is no Maven', null, /^Maven \(mvn\) is not installed/],
    [
      'Maven fails',
      'printf "\\033[1m[WARNING] old\\n\\n[\\033[1;31mERROR\\033[m] Failed to execute goal: Unknown host\\n[ERROR] more\\n"; exit 1',
      /^Maven could not fetch Neo4j \S+: Failed to execute goal: Unknown host$/,
    ],
    [
      'the disk is full',
      'echo "[ERROR] copy failed: No space left on device"; exit 1',
      /^cannot write to \S+\/lib: no space is left on the disk/,
    ],
  ])('is refused in one line when %s', async (_, maven, message) => {
    const { options, library } = prepare(maven);
    await expect(installNeo4j(options)).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringMatching(message),
    });
    expect(readdirSync(library)).toEqual([]);
  });

  it('has no half-filled folder in its place when it is killed half-way, and fetches again', async () => {
    const listing = `ls "$(dirname "\${option#*=}")" > "$(dirname "$0")/listing"`;
    const { root, options, library } = prepare(`${FETCHING_MAVEN.replace(';;', `; ${listing};;`)}\nkill -9 $$`);
    await expect(installNeo4j(options)).rejects.toThrow('Maven could not fetch');
    const halfWay = readFileSync(join(root, 'maven/listing'), 'utf8').trim().split('\n').sort();
    createProgram(join(root, 'maven/mvn'), `PATH=${SHELL_TOOLS}\n${FETCHING_MAVEN}`);
    const { version } = await installNeo4j(options);
    expect(existsSync(join(library, version, 'neo4j.jar'))).toBe(true);
    expect(halfWay).toEqual(['installing', `${version}.partial`].sort());
  });
});
