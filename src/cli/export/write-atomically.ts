import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unwritable } from './unwritable.ts';

/** Writes the file under another name and gives it its own when it is complete: what is interrupted leaves nothing under that. */
export async function writeAtomically(
  path: string,
  chunks: AsyncGenerator<string>,
  signal: AbortSignal,
  mode = 0o666,
): Promise<void> {
  const temporary = `${path}.part-${process.pid}`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(temporary, { flags: 'wx', mode }), {
      signal,
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw unwritable(error, path);
  }
}
