import { DomainError } from '../../errors.ts';

/** Refuses empty lists: no condition and a condition that nothing meets are written alike, so neither is guessed. */
export function requireItems(lists: Readonly<Record<string, unknown>>, prefix = ''): void {
  for (const [name, value] of Object.entries(lists)) {
    if (!Array.isArray(value) || value.length > 0) continue;
    throw new DomainError(
      'InvalidInput',
      `${prefix}${name}: got an empty list, expected at least one item; leave it out to set no condition`,
    );
  }
}
