import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import { keysIn } from '../csv/mapping/mapping-keys.ts';
import { parseMappingAs, type ReadMapping } from '../csv/mapping/read-mapping.ts';
import { type AlumniMapping, alumniFormat } from './alumni-format.ts';

/** A mapping of alumni, and what its text is told apart by. */
export interface ReadAlumniMapping extends ReadMapping<AlumniMapping> {
  readonly sha256: string;
}

const KEYS: ReadonlySet<string> = new Set(keysIn(alumniFormat));

/** The mapping in this file. What does not fit the format is an error that lists everything that is wrong, by line. */
export async function readAlumniMapping(path: string): Promise<ReadAlumniMapping> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new DomainError(
      'NotFound',
      `${path}: no such file; expected a mapping, such as examples/alumni/mapping.yaml`,
    );
  });
  return parseAlumniMapping(content, path);
}

export function parseAlumniMapping(content: string, file: string): ReadAlumniMapping {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ...parseMappingAs(alumniFormat, KEYS, content, file), sha256 };
}
