import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes to standard output as fast as it is read. True where it was read to the end: who closes it early (`| head`) wants no more. */
export async function writeToOutput(chunks: AsyncGenerator<string>, signal: AbortSignal): Promise<boolean> {
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), process.stdout, { signal, end: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw error;
  }
}
