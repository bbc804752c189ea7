import { DomainError } from '../../errors.ts';
import type { Filter } from './read-table.ts';

const LONGEST = 20_000;

/** A filter as it is given: a JSON object; absent or empty, no filter. */
export function parseFilter(text: string | undefined): Filter {
  if (text === undefined || text.trim() === '') return {};
  if (text.length > LONGEST)
    throw new DomainError('LimitExceeded', `filter: ${text.length} characters; at most ${LONGEST} are read`);
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Filter;
  throw new DomainError(
    'InvalidInput',
    `filter: got ${text.slice(0, 50)}, expected a JSON object, such as {"of": "organisation:kazaid"}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new DomainError('InvalidInput', `filter: expected a JSON object; ${found.slice(0, 200)}`);
  }
}
