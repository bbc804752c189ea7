import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SetupError } from '../../errors.ts';

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
    throw explain(error, path);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'this user may not write there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'what should be its folder is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing can be written there',
};

function explain(error: unknown, path: string): unknown {
  const reason = REASONS[String((error as NodeJS.ErrnoException).code)];
  return reason === undefined ? error : new SetupError(`${path} cannot be written: ${reason}`, { cause: error });
}
