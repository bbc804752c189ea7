import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { findRole, type Viewer } from '../../domain/sign-in/viewer.ts';
import { DomainError } from '../../errors.ts';

/** Which tokens are accepted. */
export interface TokenRules {
  /** The only one that may stand in `iss`. */
  readonly issuer: string;
  /** Must stand in `aud`. */
  readonly audience: string;
  /** The only one accepted: a token does not choose how it is checked. */
  readonly algorithm: string;
  /** The shared secret, or where the issuer publishes its public keys (a JWK set). */
  readonly key: Uint8Array | URL;
  /** The claim that holds the list of roles. */
  readonly rolesClaim: string;
}

/** Who the token says it is. Rejects with Unauthenticated where it is not in order, with Unavailable where the issuer's keys cannot be had. */
export type TokenVerifier = (token: string) => Promise<Viewer>;

const REQUIRED = ['exp', 'sub'];
const SUBJECT = z.string().min(1);
const ROLES = z.array(z.string());
const KEY_SET = { timeoutDuration: 5_000, cooldownDuration: 30_000, cacheMaxAge: 600_000 };

/** Keys are fetched when they are needed, kept for ten minutes, and fetched anew for a token whose key is not among them. */
export function createTokenVerifier({ issuer, audience, algorithm, key, rolesClaim }: TokenRules): TokenVerifier {
  const keys = key instanceof URL ? createRemoteJWKSet(key, KEY_SET) : async () => key;
  const rules = { issuer, audience, algorithms: [algorithm], requiredClaims: REQUIRED };
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, rules).catch(explain);
    const subject = SUBJECT.safeParse(payload.sub);
    if (!subject.success) throw refused('its "sub" names nobody');
    const roles = ROLES.safeParse(payload[rolesClaim]);
    if (!roles.success) throw refused(`its "${rolesClaim}" is not a list of roles`);
    // An issuer serves others too, whose roles are not ours.
    return { id: subject.data, roles: roles.data.flatMap((role) => findRole(role) ?? []) };
  };
}

function explain(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw refused('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed)
    throw refused(`its "${error.claim}" is missing or not as expected`);
  if (error instanceof errors.JOSEAlgNotAllowed) throw refused('it is signed in another way than is accepted');
  throw isOfToken(error) ? refused('it is not one of ours') : unavailable(error);
}

/** Anything else is about the keys: they did not come, or are none. */
function isOfToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}

function refused(reason: string): DomainError {
  return new DomainError('Unauthenticated', `The token is not accepted: ${reason}.`);
}

function unavailable(cause: unknown): DomainError {
  return new DomainError('Unavailable', 'Who signs in cannot be checked at the moment. Try again shortly.', { cause });
}
