import { accessSync, constants, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SetupError } from '../errors.ts';

/** Neo4j 5.26 runs on these; a newer Java refuses some of what it does. */
const WANTED_VERSIONS = ['17', '21'];

const JDK_FOLDERS = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  join(homedir(), 'Library/Java/JavaVirtualMachines'),
  '/opt/homebrew/opt',
  '/usr/local/opt',
  join(homedir(), '.sdkman/candidates/java'),
  join(homedir(), '.jdks'),
];

/** macOS keeps the JDK two folders down. */
const HOMES_INSIDE = ['', 'Contents/Home', 'libexec/openjdk.jdk/Contents/Home'];

export interface Jdk {
  readonly home: string;
  /** As its release file says: 17.0.15. */
  readonly version: string;
}

export interface JdkSearch {
  readonly javaHome?: string | undefined;
  /** Folders to look for programs in, as in PATH. */
  readonly searchPath: string;
  /** Folders that hold one JDK a subfolder; the usual ones of Linux, macOS and SDKMAN unless given. */
  readonly jdkFolders?: readonly string[] | undefined;
}

interface Found extends Jdk {
  readonly hasCompiler: boolean;
}

/** The first JDK 17 or 21 in JAVA_HOME, the search path and the usual folders; a SetupError that lists what is there otherwise. */
export function findJdk({ javaHome, searchPath, jdkFolders = JDK_FOLDERS }: JdkSearch): Jdk {
  const candidates = [
    ...(javaHome ? [javaHome] : []),
    ...searchPath.split(delimiter).flatMap(homeOfProgramIn),
    ...jdkFolders.flatMap(subfolders),
  ];
  const found = new Map<string, Found>();
  for (const candidate of candidates) {
    const jdk = readJdk(candidate);
    if (!jdk || found.has(jdk.home)) continue;
    if (jdk.hasCompiler && WANTED_VERSIONS.includes(majorOf(jdk))) return { home: jdk.home, version: jdk.version };
    found.set(jdk.home, jdk);
  }
  const list = [...found.values()].map(describe).join(', ') || 'none';
  throw new SetupError(
    `the embedded Neo4j needs a JDK 17 or 21; found: ${list}. Install one or point JAVA_HOME at it, or set NEO4J_URI to use a Neo4j server.`,
  );
}

function homeOfProgramIn(folder: string): string[] {
  try {
    return folder ? [dirname(dirname(realpathSync(join(folder, 'java'))))] : [];
  } catch {
    return [];
  }
}

function subfolders(folder: string): string[] {
  try {
    const names = readdirSync(folder).sort();
    return names.flatMap((name) => HOMES_INSIDE.map((inside) => join(folder, name, inside)));
  } catch {
    return [];
  }
}

function readJdk(folder: string): Found | null {
  try {
    const home = realpathSync(folder);
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1];
    return version ? { home, version, hasCompiler: isRunnable(join(home, 'bin', 'javac')) } : null;
  } catch {
    return null;
  }
}

function isRunnable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function majorOf({ version }: Jdk): string {
  return version.split('.')[0] ?? '';
}

function describe({ home, version, hasCompiler }: Found): string {
  return `${hasCompiler ? 'JDK' : 'JRE without javac'} ${version} in ${home}`;
}
