import { API_KEY_ROLE, hashOfApiKey, isApiKeyText } from '../../domain/sign-in/api-key.ts';
import { today } from '../../domain/today.ts';
import { DomainError } from '../../errors.ts';
import { findApiKey } from '../../graph/api-keys/find-api-key.ts';
import { noteApiKeyUse } from '../../graph/api-keys/note-api-key-use.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { refuseAll } from './add-sign-in.ts';
import type { TokenVerifier } from './token-verifier.ts';

/**
 * Takes API keys beside other tokens. A key is looked up with every request: whoever revokes it, in whatever process, it
 * is refused from then on.
 */
export function acceptApiKeys(graph: Graph, verifyToken: TokenVerifier = refuseAll): TokenVerifier {
  return async (token) => {
    if (!isApiKeyText(token)) return verifyToken(token);
    const hash = hashOfApiKey(token);
    const key = hash === null ? null : await findApiKey(graph, hash).catch(explain);
    if (key === null) throw refused('it is not one of ours');
    if (key.state === 'REVOKED') throw refused('it was revoked');
    if (key.state === 'EXPIRED') throw refused('it has expired');
    if (key.role !== API_KEY_ROLE) throw refused('its role is not one that keys have');
    const day = today();
    // Who asks need not wait for it, nor be refused because it could not be written.
    if (key.lastUsedOn !== day) noteApiKeyUse(graph, key.id, day).catch(() => {});
    return { id: key.id, roles: [key.role] };
  };
}

function refused(reason: string): DomainError {
  return new DomainError('Unauthenticated', `The API key is not accepted: ${reason}.`);
}

function explain(cause: unknown): never {
  throw new DomainError('Unavailable', 'Who signs in cannot be checked at the moment. Try again shortly.', { cause });
}
