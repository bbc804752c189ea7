import { DomainError } from '../errors.ts';
import { stableKey } from './identity.ts';

export type CursorKey = readonly (string | number)[];

/** What a page was asked of: the question with its arguments, and for ranked lists the graph's version. */
export interface CursorScope {
  readonly question: string;
  readonly argumentsKey: string;
  readonly version?: string;
}

/** The scope of a question asked with these arguments; the same arguments always give the same scope. */
export function cursorScope(question: string, args: unknown, version?: string): CursorScope {
  const argumentsKey = stableKey(JSON.stringify(args) ?? '').slice(0, 12);
  return version === undefined ? { question, argumentsKey } : { question, argumentsKey, version };
}

/** An opaque text that says where in which list a page ended. */
export function encodeCursor(scope: CursorScope, key: CursorKey): string {
  return Buffer.from(JSON.stringify([scope.question, scope.argumentsKey, scope.version ?? null, ...key])).toString(
    'base64url',
  );
}

/** The key at which the next page begins. Refuses what is not a cursor of this very list. */
export function decodeCursor(scope: CursorScope, cursor: string): CursorKey {
  const [question, argumentsKey, version, ...key] = parse(cursor);
  if (question !== scope.question || argumentsKey !== scope.argumentsKey) {
    throw new DomainError(
      'InvalidInput',
      `after: this cursor belongs to another question or other arguments; expected a cursor of ${scope.question} with the same arguments`,
    );
  }
  if (version !== (scope.version ?? null)) {
    throw new DomainError(
      'CursorExpired',
      'after: the graph has changed since this cursor was given, and the ranking with it; begin again without a cursor',
    );
  }
  return key as CursorKey;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length > 3 && parts.slice(3).every(isKeyPart)) return parts;
  } catch {
    // Answered below: whatever is not JSON is not a cursor.
  }
  throw new DomainError('InvalidInput', 'after: not a cursor; expected the endCursor of an earlier page');
}

function isKeyPart(part: unknown): boolean {
  return typeof part === 'string' || typeof part === 'number';
}
