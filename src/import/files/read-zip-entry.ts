import { crc32 } from 'node:zlib';
import { type Entry, openPromise } from 'yauzl';
import { ReadingStopped } from '../reading-stopped.ts';
import { explainFileError } from './explain-file-error.ts';

/** The content of one entry of the archive; its size and checksum must be what the archive says. */
export async function* readZipEntry(
  path: string,
  entry: Entry,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer, void, void> {
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw explainFileError(error, path);
  });
  const share = entry.compressedSize / Math.max(entry.uncompressedSize, 1);
  let [unpacked, checksum] = [0, 0];
  try {
    const stream = await archive.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      unpacked += (chunk as Buffer).length;
      checksum = crc32(chunk as Buffer, checksum);
      yield chunk as Buffer;
      onBytes(Math.round(unpacked * share));
    }
  } catch (error) {
    throw new ReadingStopped('malformed', `the archive is damaged or cut off: ${(error as Error).message}`);
  } finally {
    archive.close();
  }
  if (checksum !== entry.crc32) {
    throw new ReadingStopped('malformed', 'the archive is damaged: the content is not what its checksum says');
  }
}
