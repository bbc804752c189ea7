import { DomainError } from '../../errors.ts';
import { checkHeader } from '../csv/mapping/check-header.ts';
import { columnsOf } from '../csv/mapping/columns-of.ts';
import type { ReadMapping } from '../csv/mapping/read-mapping.ts';

/**
 * As for other tables; but where none of the columns is there, the first row may be that of a person, and is not shown.
 */
export function checkAlumniHeader(read: ReadMapping<unknown>, header: readonly string[], input: string): void {
  const wanted = [...new Set(columnsOf(read.mapping).map(({ column }) => column))];
  if (wanted.some((column) => header.includes(column))) {
    checkHeader(read, header, input);
    return;
  }
  const named = wanted.map((column) => `"${column}"`).join(', ');
  throw new DomainError(
    'InvalidInput',
    `${input}: expected a first row with the names of columns, ${named}; found a row of ${header.length} cells with none of them`,
  );
}
