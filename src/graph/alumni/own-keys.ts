import { blind } from '../../domain/alumni/seal.ts';
import { DomainError } from '../../errors.ts';

/** What the graph keeps of the keys: other keys can be told from them by it, and none can be learnt. */
export function markOfKeys(indexKey: Buffer): string {
  return blind('keys of alumni', indexKey);
}

/** With other keys everybody would seem to be erased, and who was erased could come back. */
export function requireSameKeys(held: string, own: string): void {
  if (held === own) return;
  throw new DomainError(
    'Unavailable',
    'The keys of alumni are not those that the alumni of this graph were sealed with: give their file as ALUMNI_KEYS.',
  );
}
