import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ViewerRole } from './viewer.ts';

/** By which a dashboard signs in. Of its secret only a hash is kept. */
export interface ApiKey {
  /** `api-key:` and letters that say nothing. */
  readonly id: string;
  /** Whom or what it was made for. */
  readonly for: string;
  readonly role: ViewerRole;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Null: it was not revoked. */
  readonly revokedAt: string | null;
  /** YYYY-MM-DD; null: never. */
  readonly lastUsedOn: string | null;
}

/** A key lies in the settings of a program for months: it opens nothing that needs a person to answer for it. */
export const API_KEY_ROLE: ViewerRole = 'ANALYST';

const PREFIX = 'kzd_';
const SECRET_BYTES = 32;
const TEXT = /^kzd_[\w-]{43}$/;

/** What a client sends; shown once, when the key is made. */
export function newApiKeyText(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
}

export function newApiKeyId(): string {
  return `api-key:${randomBytes(6).toString('hex')}`;
}

/** Whether it means to be an API key, whatever else is wrong with it. */
export function isApiKeyText(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** What is kept of the text; null for what no key can be. The text is as random as the hash is long: a slow one would add nothing. */
export function hashOfApiKey(text: string): string | null {
  return TEXT.test(text) ? createHash('sha256').update(text).digest('hex') : null;
}

/** Takes as long whether they differ in the first place or the last. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
