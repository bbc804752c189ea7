import type { FastifyInstance } from 'fastify';
import type { RateLimit } from './rate-limit.ts';

/** Counts requests to these routes by address; one too many is answered with 429, before its body is read. */
export function addRateLimit(routes: FastifyInstance, rateLimit: RateLimit): void {
  routes.addHook('onRequest', async (request, reply) => {
    const allowance = await rateLimit.takeRequest(request.ip);
    if (allowance === null) return;
    const { isAllowed, limit, remaining, resetAfter } = allowance;
    reply.headers({
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': remaining,
      'x-ratelimit-reset': resetAfter,
    });
    if (isAllowed) return;
    const message = `Too many requests from this address: ${limit} are answered in a minute; try again in ${resetAfter} seconds.`;
    reply.header('retry-after', resetAfter).header('cache-control', 'no-store').code(429);
    return reply.send({ errors: [{ message, extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });
}
