import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { assertSpaceLeft } from './file-system-error.ts';
import type { Jdk } from './find-jdk.ts';
import { firstMeaningfulLine } from './first-meaningful-line.ts';
import { runProgram } from './run-program.ts';

const TIME_LIMIT_MS = 120_000;

export interface CompileLauncherOptions {
  readonly source: string;
  readonly jarFolder: string;
  readonly jdk: Jdk;
  /** Where the compiled class goes. */
  readonly jar: string;
}

/** Compiles the Java side into a jar (class data sharing refuses folders of classes), which appears only when complete. */
export async function compileLauncher({ source, jarFolder, jdk, jar }: CompileLauncherOptions): Promise<void> {
  const work = `${jar}.partial`;
  const classes = join(work, 'classes');
  const made = join(work, 'launcher.jar');
  try {
    await run(jdk, 'javac', ['-encoding', 'UTF-8', '-cp', join(jarFolder, '*'), '-d', classes, source], work);
    await run(jdk, 'jar', ['--create', '--file', made, '-C', classes, '.'], work);
    await rename(made, jar);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function run(jdk: Jdk, tool: string, toolArguments: readonly string[], folder: string): Promise<void> {
  const { succeeded, output } = await runProgram(join(jdk.home, 'bin', tool), toolArguments, TIME_LIMIT_MS);
  if (succeeded) return;
  assertSpaceLeft(output, folder);
  throw new SetupError(`${tool} of JDK ${jdk.version} failed: ${firstMeaningfulLine(output)}`);
}
