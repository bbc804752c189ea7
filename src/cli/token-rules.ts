import type { TokenRules } from '../api/sign-in/token-verifier.ts';
import type { Config } from '../config.ts';
import { tokenSecret } from './token-secret.ts';

/**
 * Which tokens the configured server accepts; null: none. Only a server with our own Neo4j has a data folder, whose
 * secret stands in for AUTH_SECRET; it is made the first time.
 */
export function tokenRules({ signIn, neo4j, embedded }: Config): TokenRules | null {
  const { issuer, audience, rolesClaim, algorithm, secret, keysUrl } = signIn;
  const rules = { issuer, audience, rolesClaim, algorithm };
  if (keysUrl) return { ...rules, key: new URL(keysUrl) };
  const shared = secret ?? (neo4j ? null : tokenSecret(embedded.dataFolder));
  return shared === null ? null : { ...rules, key: new TextEncoder().encode(shared) };
}
