import { stableKey } from '../../domain/identity.ts';

/** The id of the activity with this IATI identifier: the identifier itself, its case kept. */
export function activityId(identifier: string): string {
  // The ids of relations are joined by '|'.
  return `activity:${identifier.replaceAll(/\s+/g, ' ').replaceAll('|', '%7C')}`;
}

/** The text with nothing but letters, digits, '.', '_' and '-': different texts stay different. */
export function safeForId(text: string): string {
  const safe = text.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return safe === text ? text : `${safe}-${stableKey(text).slice(0, 8)}`;
}

/** The id of what a publisher calls by a code of its own: joined by a hyphen, the two could mean what another publisher does. */
export function ownCode(reporter: string, ...codes: readonly string[]): string {
  return `own-${stableKey(reporter, ...codes)}`;
}
