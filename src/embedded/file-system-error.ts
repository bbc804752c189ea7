import { SetupError } from '../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk (Neo4j and its graph need about 500 MB)',
  EDQUOT: 'the disk quota is used up (Neo4j and its graph need about 500 MB)',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
};

/** Turns an error of the file system that the user can mend into one line that names the folder; anything else comes back as it is. */
export function explainFileSystemError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason ? new SetupError(`cannot write to ${folder}: ${reason}`, { cause: error }) : error;
}

/** The same for a program that failed: its output tells when the disk was full. */
export function assertSpaceLeft(output: string, folder: string): void {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    throw new SetupError(`cannot write to ${folder}: ${REASONS.ENOSPC}`);
  }
}
