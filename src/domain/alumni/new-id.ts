import { randomBytes } from 'node:crypto';

/** A new id of a record or a consent: its letters say nothing of whom it is for. */
export function newId(kind: 'alumnus' | 'consent'): string {
  return `${kind}:${randomBytes(12).toString('hex')}`;
}
