import type { InputFile } from '../input-file.ts';
import { ReadingStopped } from '../reading-stopped.ts';

/** The first bytes of the content, unpacked. What is damaged is told by who reads the rest. */
export async function readStart(input: InputFile, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of input.read()) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= length) break;
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return Buffer.concat(chunks).subarray(0, length);
}
