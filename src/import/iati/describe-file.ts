import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import { readBytes } from './read-bytes.ts';

export interface FileDescription {
  readonly bytes: number;
  readonly sha256: string;
  /** References of the reporting organisations, in the order they come. */
  readonly publishers: readonly string[];
}

const REPORTER = /<reporting-org\s(?:[^>]*?\s)?ref\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A start tag is never as long; keeps a file without any '>' from filling the memory. */
const LONGEST_TAG = 10_000;

/** What can be said of an IATI file without reading its activities: size, checksum and who publishes in it. */
export async function describeFile(file: string): Promise<FileDescription> {
  try {
    const status = await stat(file);
    if (!status.isFile()) throw new DomainError('InvalidInput', `${file}: expected a file, found a folder or device`);
    return { bytes: status.size, sha256: await checksum(file), publishers: await publishersIn(file) };
  } catch (error) {
    throw explain(error, file);
  }
}

function explain(error: unknown, file: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new DomainError('NotFound', `${file}: no such file`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new DomainError('Forbidden', `${file}: may not be read by this user; change its permissions`, {
      cause: error,
    });
  }
  return error;
}

async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A quick look for start tags: what is damaged is told by who reads the activities. */
async function publishersIn(file: string): Promise<string[]> {
  const publishers = new Set<string>();
  let rest = '';
  try {
    for await (const chunk of readBytes(file)) {
      const text = rest + chunk.toString('latin1');
      const end = Math.max(text.lastIndexOf('<'), text.length - LONGEST_TAG, 0);
      for (const [, double, single] of text.slice(0, end).matchAll(REPORTER)) {
        const ref = (double ?? single ?? '').trim();
        if (ref !== '') publishers.add(ref);
      }
      rest = text.slice(end);
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
  }
  return [...publishers];
}
