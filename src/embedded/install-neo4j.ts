import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClassArchive } from './build-class-archive.ts';
import { compileLauncher } from './compile-launcher.ts';
import { fetchJars } from './fetch-jars.ts';
import { explainFileSystemError } from './file-system-error.ts';
import { findJdk } from './find-jdk.ts';
import { withFileLock } from './with-file-lock.ts';

const POM = fileURLToPath(new URL('../../neo4j/pom.xml', import.meta.url));
const UNSIGNER = fileURLToPath(new URL('../../neo4j/UnsignJars.java', import.meta.url));
const SOURCE = fileURLToPath(new URL('../../neo4j/EmbeddedNeo4j.java', import.meta.url));

export interface InstallOptions {
  readonly dataFolder: string;
  readonly javaHome?: string | undefined;
  /** Folders to look for java and mvn in, as in PATH. */
  readonly searchPath: string;
  readonly jdkFolders?: readonly string[] | undefined;
  readonly log: (line: string) => void;
}

/** All that is needed to start Neo4j on this machine. */
export interface Installation {
  readonly version: string;
  readonly java: string;
  readonly classPath: string;
  /** Null when it could not be made; starts are slower then. */
  readonly classArchive: string | null;
}

/** Finds a JDK and makes sure that Neo4j is in `<dataFolder>/lib`; after the first time this takes some milliseconds. */
export async function installNeo4j(options: InstallOptions): Promise<Installation> {
  const { javaHome, searchPath, jdkFolders, log } = options;
  const libraryFolder = join(resolve(options.dataFolder), 'lib');
  const jdk = findJdk({ javaHome, searchPath, jdkFolders });
  const version = await readVersion();
  const name = await launcherName(version, jdk.version);
  const jarFolder = join(libraryFolder, version);
  const jar = join(libraryFolder, `${name}.jar`);
  const archive = join(libraryFolder, `${name}.jsa`);
  const java = join(jdk.home, 'bin', 'java');
  const classPath = [join(jarFolder, '*'), jar].join(delimiter);

  const install = async () => {
    await fetchJars({ pom: POM, unsigner: UNSIGNER, version, jarFolder, jdk, searchPath, log });
    if (existsSync(jar)) return;
    await compileLauncher({ source: SOURCE, jarFolder, jdk, jar });
    await removeOtherLaunchers(libraryFolder, name);
    log('Preparing Neo4j for quick starts, about 25 seconds, once …');
    await buildClassArchive({ java, classPath, archive });
  };
  if (!existsSync(jarFolder) || !existsSync(jar)) {
    const sayWaiting = () => log('Waiting for another command that is fetching Neo4j …');
    try {
      await mkdir(libraryFolder, { recursive: true });
      await withFileLock(join(libraryFolder, 'installing'), sayWaiting, install);
    } catch (error) {
      throw explainFileSystemError(error, libraryFolder);
    }
  }
  return {
    version,
    java,
    classPath,
    classArchive: existsSync(archive) ? archive : null,
  };
}

async function readVersion(): Promise<string> {
  const version = /<neo4j\.version>([^<]+)</.exec(await readFile(POM, 'utf8'))?.[1];
  if (!version) throw new Error(`${POM} names no neo4j.version`);
  return version;
}

/** Another source, Neo4j or JDK is another name, so nothing has to be compared with what was compiled before. */
async function launcherName(version: string, jdkVersion: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(SOURCE))
    .update(`${version} ${jdkVersion}`);
  return `launcher-${hash.digest('hex').slice(0, 12)}`;
}

async function removeOtherLaunchers(libraryFolder: string, name: string): Promise<void> {
  const names = await readdir(libraryFolder);
  const others = names.filter((other) => other.startsWith('launcher-') && !other.startsWith(name));
  await Promise.all(others.map((other) => rm(join(libraryFolder, other), { force: true })));
}
