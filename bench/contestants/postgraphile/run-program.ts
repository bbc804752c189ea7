import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Runs a program to its end, with this as its standard input. Throws what it wrote to its error output where it fails. */
export async function runProgram(
  command: string,
  parameters: readonly string[],
  options: SpawnOptions = {},
  input: Iterable<string> = [],
): Promise<void> {
  const child = spawn(command, parameters, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  const { stdin, stderr } = child;
  if (stdin === null || stderr === null) throw new Error(`${command} has no pipes`);
  let complaints = '';
  stderr.on('data', (text) => {
    complaints += text;
  });
  const ended = once(child, 'close');
  // A program that fails closes its input: what it complains of says more than that.
  const fed = pipeline(Readable.from(input), stdin).catch(() => {});
  const [code] = await ended;
  await fed;
  if (code !== 0) throw new Error(`${command} failed: ${complaints.trim()}`);
}
