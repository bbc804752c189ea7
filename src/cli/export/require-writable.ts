import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unwritable } from './unwritable.ts';

/** Refuses a file whose folder is not there, or not to be written to by this user. */
export async function requireWritable(path: string): Promise<void> {
  try {
    // The dot: what is no folder has none in it.
    await access(`${dirname(path)}/.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(error, path);
  }
}
