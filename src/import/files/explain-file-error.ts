import { DomainError } from '../../errors.ts';

/** The system's error in words that say what to do; any other error as it is. */
export function explainFileError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new DomainError('NotFound', `${path}: no such file or folder`, { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const message = `${path}: may not be read by this user; change its permissions`;
    return new DomainError('Forbidden', message, { cause: error });
  }
  return error;
}
