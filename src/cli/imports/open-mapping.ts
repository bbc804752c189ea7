import { resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import type { ReadMapping } from '../../import/csv/mapping/read-mapping.ts';

/** The ready mapping of this name, or the one in this file. */
export async function openMapping(nameOrPath: string): Promise<ReadMapping> {
  const { readMapping } = await import('../../import/csv/mapping/read-mapping.ts');
  return readMapping(isPath(nameOrPath) ? resolve(readConfig().callerFolder, nameOrPath) : nameOrPath);
}

/** Ready mappings are called by their bare names. */
function isPath(mapping: string): boolean {
  return /[/\\]|\.ya?ml$/.test(mapping);
}
