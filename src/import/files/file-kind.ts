import { open } from 'node:fs/promises';

export type FileKind = 'plain' | 'gzip' | 'zip' | 'empty';

/** What the file is by its first bytes, whatever its name. */
export async function fileKind(path: string): Promise<FileKind> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead === 0) return 'empty';
    const start = buffer.toString('latin1');
    if (start.startsWith('\x1f\x8b')) return 'gzip';
    // The second begins an archive without entries.
    return start === 'PK\x03\x04' || start === 'PK\x05\x06' ? 'zip' : 'plain';
  } finally {
    await handle.close();
  }
}
