import type { TokenRules } from '../../src/api/sign-in/token-verifier.ts';

/** By which servers of the tests accept tokens, and tests issue them. */
export const TOKEN_RULES: TokenRules = {
  issuer: 'here',
  audience: 'api',
  algorithm: 'HS256',
  key: new TextEncoder().encode('a secret of the tests, as long as one must be'),
  rolesClaim: 'roles',
};
