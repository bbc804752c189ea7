import { access } from 'node:fs/promises';
import { SetupError } from '../../errors.ts';
import { requireWritable } from './require-writable.ts';

/** Refuses a file that is there already, or that cannot be written where it is to be. */
export async function requireNewFile(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new SetupError(`${path} is there already: expected the name of a new file`);
  await requireWritable(path);
}
