import { DomainError } from '../../errors.ts';
import type { ExportRequest } from './open-export.ts';
import { parseFilter } from './parse-filter.ts';

const PARAMETERS = ['filter', 'bom', 'delimiter', 'agency', 'publisherRef'] as const;

/** The request that an address means: `partners.csv` and its parameters, all of which must be known. */
export function readRequest(file: string, query: Readonly<Record<string, unknown>>): ExportRequest {
  const [, what, format] = /^([A-Za-z]+)\.([a-z]+)$/.exec(file) ?? [];
  if (what === undefined)
    throw new DomainError(
      'NotFound',
      `export: got "${file.slice(0, 100)}", expected a name and a format, such as partners.csv`,
    );
  for (const [name, value] of Object.entries(query)) {
    if (!(PARAMETERS as readonly string[]).includes(name))
      throw new DomainError('InvalidInput', `${name.slice(0, 100)}: not known; expected ${PARAMETERS.join(', ')}`);
    if (typeof value !== 'string')
      throw new DomainError('InvalidInput', `${name}: given more than once; expected it once`);
  }
  const { filter, bom, delimiter, agency, publisherRef } = query as Partial<
    Record<(typeof PARAMETERS)[number], string>
  >;
  return { what, format, filter: parseFilter(filter), bom: readSwitch(bom), delimiter, agency, publisherRef };
}

function readSwitch(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new DomainError('InvalidInput', `bom: got "${text.slice(0, 20)}", expected true or false`);
}
