import { once } from 'node:events';

/** Writes to standard output as fast as it is read. True where it was read to the end: who closes it early (`| head`) wants no more. */
export async function writeToOutput(chunks: AsyncIterable<string>, signal: AbortSignal): Promise<boolean> {
  const closed = new AbortController();
  const onError = (error: NodeJS.ErrnoException) => closed.abort(error);
  const stopped = AbortSignal.any([closed.signal, signal]);
  process.stdout.on('error', onError);
  try {
    for await (const chunk of chunks) {
      stopped.throwIfAborted();
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain', { signal: stopped });
    }
    stopped.throwIfAborted();
    return true;
  } catch (error) {
    if ((closed.signal.reason as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') return false;
    throw error;
  } finally {
    // What is still under way may fail after this; it must not end the process with a stack.
    process.stdout.off('error', onError).on('error', () => {});
  }
}
