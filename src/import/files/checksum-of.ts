import { createHash } from 'node:crypto';
import type { InputFile } from '../input-file.ts';
import { ReadingStopped } from '../reading-stopped.ts';

/**
 * The SHA-256 of the content, unpacked: the same data are the same file, however they are packed and called. Whoever
 * wants to look for something else on the way `see`s every piece. What is damaged is told by who reads the records.
 */
export async function checksumOf(input: InputFile, see: (chunk: Buffer) => void = () => {}): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of input.read()) {
      hash.update(chunk);
      see(chunk);
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return hash.digest('hex');
}
