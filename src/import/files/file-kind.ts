import { open } from 'node:fs/promises';
import { isOffice } from './is-office.ts';

export type FileKind = 'plain' | 'gzip' | 'zip' | 'empty';

/** Enough for the name of the first entry of an archive. */
const START_BYTES = 100;

/** What the file is by its first bytes, whatever its name. An Office file is plain: a whole, not an archive of files. */
export async function fileKind(path: string): Promise<FileKind> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    if (bytesRead === 0) return 'empty';
    const start = buffer.toString('latin1', 0, bytesRead);
    if (start.startsWith('\x1f\x8b')) return 'gzip';
    // The second begins an archive without entries.
    const isZip = start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06');
    return isZip && !isOffice(start) ? 'zip' : 'plain';
  } finally {
    await handle.close();
  }
}
