import { DomainError } from '../../errors.ts';
import type { Delimiter } from '../../export/table/csv.ts';

const DELIMITERS: ReadonlyMap<string, Delimiter> = new Map([
  [',', ','],
  [';', ';'],
  ['tab', '\t'],
  ['\t', '\t'],
]);

/** What stands between two cells of CSV; a comma where nothing is said. */
export function readDelimiter(text = ','): Delimiter {
  const delimiter = DELIMITERS.get(text);
  if (delimiter !== undefined) return delimiter;
  throw new DomainError('InvalidInput', `delimiter: got "${text.slice(0, 20)}", expected "," or ";" or tab`);
}
