import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { InputFile } from '../input-file.ts';
import { ReadingStopped } from '../reading-stopped.ts';
import { explainFileError } from './explain-file-error.ts';
import { requireHonestSize } from './packing-limits.ts';

/** A file as it lies on the disk; its content is unpacked where it is gzipped. */
export function fileOnDisk(path: string, bytes: number, isGzipped: boolean): InputFile {
  return { name: path, bytes, read: (onBytes = () => {}) => readFile(path, isGzipped, onBytes) };
}

async function* readFile(
  path: string,
  isGzipped: boolean,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer, void, void> {
  const stored = createReadStream(path);
  const stream = isGzipped ? pipeline(stored, createGunzip(), () => {}) : stored;
  let unpacked = 0;
  try {
    for await (const chunk of stream) {
      unpacked += (chunk as Buffer).length;
      if (isGzipped) requireHonestSize(path, stored.bytesRead, unpacked);
      yield chunk as Buffer;
      onBytes(stored.bytesRead);
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) {
      throw new ReadingStopped('malformed', `the gzip file is damaged or cut off: ${message}`);
    }
    throw explainFileError(error, path);
  }
}
