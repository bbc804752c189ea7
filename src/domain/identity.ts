import { createHash } from 'node:crypto';

/** A short, stable key from the parts that make something what it is. */
export function stableKey(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, 24);
}

/** The id of a relation: the same two ends, type and distinguishing terms always give the same id. */
export function edgeId(type: string, from: string, to: string, ...terms: readonly string[]): string {
  return [type.toLowerCase().replaceAll('_', '-'), [from, ...terms, to].join('|')].join(':');
}
