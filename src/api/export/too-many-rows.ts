import { DomainError } from '../../errors.ts';

/** What an export is refused with that has more to write than it may. */
export function tooManyRows(most: number): DomainError {
  return new DomainError(
    'LimitExceeded',
    `export: more than ${most} rows; narrow the filter, or export by the command`,
  );
}
