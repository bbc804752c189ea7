import { spawn } from 'node:child_process';

export interface ProgramResult {
  readonly succeeded: boolean;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Runs a program to its end; a program that cannot be started or outlives the time limit has failed, with the reason as output. */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  timeLimitMs: number,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, programArguments, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nno end after ${timeLimitMs / 1000} s\n`));
      child.kill('SIGKILL');
    }, timeLimitMs);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(error.message)));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({
        succeeded: code === 0,
        output: Buffer.concat(chunks).toString(),
      });
    });
  });
}
