import { SignJWT } from 'jose';
import { roleName, type Viewer } from '../../domain/sign-in/viewer.ts';
import { DomainError } from '../../errors.ts';
import type { TokenRules } from './token-verifier.ts';

/** A token that a server with the same rules accepts for so many hours. Only where the secret is shared: others' keys sign nothing here. */
export async function issueToken(
  { issuer, audience, algorithm, key, rolesClaim }: TokenRules,
  { id, roles }: Viewer,
  hours: number,
): Promise<string> {
  if (key instanceof URL) throw new DomainError('Forbidden', `tokens are issued by ${issuer}, not here`);
  return new SignJWT({ [rolesClaim]: roles.map(roleName) })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(key);
}
