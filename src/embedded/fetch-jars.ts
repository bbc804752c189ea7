import { accessSync, constants, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { SetupError } from '../errors.ts';
import { assertSpaceLeft } from './file-system-error.ts';
import type { Jdk } from './find-jdk.ts';
import { firstMeaningfulLine } from './first-meaningful-line.ts';
import { runProgram } from './run-program.ts';

/** 120 MB over a slow line take a quarter of an hour. */
const TIME_LIMIT_MS = 30 * 60_000;

export interface FetchJarsOptions {
  readonly pom: string;
  /** The Java program that takes signatures out of jars. */
  readonly unsigner: string;
  readonly version: string;
  /** Where the jars go. */
  readonly jarFolder: string;
  readonly jdk: Jdk;
  readonly searchPath: string;
  readonly log: (line: string) => void;
}

/** Fetches Neo4j's jars unless they are there; their folder is never half filled, whatever kills the fetching. */
export async function fetchJars(options: FetchJarsOptions): Promise<void> {
  const { pom, unsigner, version, jarFolder, jdk, searchPath, log } = options;
  if (existsSync(jarFolder)) return;
  const maven = findMaven(searchPath);
  log(`Fetching Neo4j ${version} with Maven, about 120 MB, once …`);
  const partial = `${jarFolder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const { succeeded, output } = await runProgram(
    '/usr/bin/env',
    [`JAVA_HOME=${jdk.home}`, maven, '-B', '-q', '-f', pom, ...copyDependenciesTo(partial)],
    TIME_LIMIT_MS,
  );
  if (!succeeded) {
    await rm(partial, { recursive: true, force: true });
    assertSpaceLeft(output, dirname(jarFolder));
    throw new SetupError(`Maven could not fetch Neo4j ${version}: ${firstMeaningfulLine(output)}`);
  }
  // Where this fails all works as well, only slower.
  await runProgram(join(jdk.home, 'bin', 'java'), [unsigner, partial], TIME_LIMIT_MS);
  await rename(partial, jarFolder);
}

function findMaven(searchPath: string): string {
  const programs = searchPath.split(delimiter).map((folder) => join(folder, 'mvn'));
  const maven = programs.find((program) => {
    try {
      accessSync(program, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (maven) return maven;
  throw new SetupError(
    'Maven (mvn) is not installed, and the embedded Neo4j is fetched with it. Install Maven 3.6 or newer, or set NEO4J_URI to use a Neo4j server.',
  );
}

function copyDependenciesTo(folder: string): string[] {
  return ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
}
