import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes of the file, unpacked where it is gzipped, whatever its name; says how many bytes of the file were taken. */
export async function* readBytes(file: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> {
  const stored = createReadStream(file);
  const stream = (await isGzipped(file)) ? pipeline(stored, createGunzip(), () => {}) : stored;
  for await (const chunk of stream) {
    yield chunk as Buffer;
    onBytes(stored.bytesRead);
  }
}

async function isGzipped(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await handle.close();
  }
}
