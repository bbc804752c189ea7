import { createHash } from 'node:crypto';

/** A strong tag: equal for equal bytes of the same media type, and for nothing else. */
export function entityTag(contentType: string, body: Buffer): string {
  return `"${createHash('sha256').update(contentType).update('\0').update(body).digest('base64url')}"`;
}

/** Whether the client holds this answer already, by its If-None-Match: a list of tags, weak ones too, or `*` for any. */
export function isHeld(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const held = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return held.includes(tag) || held.includes('*');
}
