import { SetupError } from '../../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'this user may not write there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'what should be its folder is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing can be written there',
};

/** What stands in the way of writing this file, in words where the reason is known. */
export function unwritable(error: unknown, path: string): unknown {
  const reason = REASONS[String((error as NodeJS.ErrnoException).code)];
  return reason === undefined ? error : new SetupError(`${path} cannot be written: ${reason}`, { cause: error });
}
