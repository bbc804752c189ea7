import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../domain/sign-in/viewer.ts';
import { DomainError } from '../../errors.ts';
import type { TokenVerifier } from './token-verifier.ts';

/** One token after the scheme, as RFC 6750 writes it. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

const viewers = new WeakMap<FastifyRequest, Viewer>();

/**
 * Checks who asks, before anything of the question is read. Without an `Authorization` header a request is anonymous;
 * with one that is not in order it is answered with 401, never as if it had none.
 */
export function addSignIn(routes: FastifyInstance, verify: TokenVerifier = refuseAll): void {
  routes.addHook('onRequest', async (request, reply) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return;
    try {
      viewers.set(request, await verify(tokenOf(authorization)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code !== 'Unauthenticated') request.log.error({ err: error.cause }, 'a token could not be checked');
      return refuse(reply, error);
    }
  });
}

/** Who asks; null: nobody who says so. */
export function viewerOf(request: FastifyRequest): Viewer | null {
  return viewers.get(request) ?? null;
}

/** Where no token is accepted. */
export async function refuseAll(): Promise<never> {
  throw new DomainError(
    'Unauthenticated',
    'Nobody can sign in here: the server was given neither AUTH_SECRET nor AUTH_JWKS_URL.',
  );
}

function tokenOf(header: string): string {
  const token = BEARER.exec(header)?.[1];
  if (token === undefined)
    throw new DomainError('Unauthenticated', 'Authorization: expected "Bearer" and a token, found something else.');
  return token;
}

function refuse(reply: FastifyReply, error: DomainError): FastifyReply {
  const isRefused = error.code === 'Unauthenticated';
  if (isRefused) reply.header('www-authenticate', 'Bearer error="invalid_token"');
  const code = isRefused ? 'UNAUTHENTICATED' : 'UNAVAILABLE';
  return reply.code(isRefused ? 401 : 503).send({ errors: [{ message: error.message, extensions: { code } }] });
}
