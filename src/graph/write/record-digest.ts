import { createHash } from 'node:crypto';
import type { FactRecord } from '../../domain/fact.ts';

/** Tells a record from another version of it. */
export function recordDigest({ facts }: FactRecord): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
