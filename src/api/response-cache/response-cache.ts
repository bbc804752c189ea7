import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Graph } from '../../graph/open-graph.ts';
import { type Asked, BYPASSED, createAnswerCache } from './answer-cache.ts';
import type { Answer } from './answer-store.ts';
import { NO_STORE } from './cache-policy.ts';
import { withReport } from './cache-report.ts';
import { entityTag, isHeld } from './entity-tag.ts';
import { readQuestion } from './read-question.ts';
import { anonymousOnly, type RoleOf } from './role-of.ts';

export interface ResponseCacheOptions {
  readonly graph: Graph;
  /** What the kept answers and the questions to them may take. */
  readonly maxBytes: number;
  readonly roleOf?: RoleOf;
}

/** What is known of a request between its question and its answer. */
interface Passage {
  readonly asked: Asked;
  readonly wantsReport: boolean;
}

/** Answers questions to these routes by what was answered before, without reading their document, and gives GET its tags. */
export function addResponseCache(routes: FastifyInstance, options: ResponseCacheOptions): void {
  const { graph, maxBytes, roleOf = anonymousOnly } = options;
  const cache = createAnswerCache(graph, maxBytes);
  const passages = new WeakMap<FastifyRequest, Passage>();

  // The first hook that knows the body; nothing of GraphQL has begun.
  routes.addHook('preValidation', async (request, reply) => {
    const { key, wantsReport } = readQuestion(request, roleOf(request));
    const wish = request.headers['cache-control'] ?? '';
    const asked =
      key === null || /\bno-store\b/i.test(wish) ? BYPASSED : await cache.ask(key, !/\bno-cache\b/i.test(wish));
    passages.set(request, { asked, wantsReport });
    if (asked.answer) {
      const { body, contentType, cacheControl } = asked.answer;
      return reply.header('content-type', contentType).header('cache-control', cacheControl).send(body);
    }
    // Whoever waits for a client that has gone waits no longer.
    if (asked.status === 'MISS') reply.raw.once('close', () => asked.settle(null));
  });

  routes.addHook('onSend', async (request, reply, payload) => {
    const passage = passages.get(request);
    if (!passage) return payload;
    const { asked, wantsReport } = passage;
    const answer = asked.answer ?? storable(payload, request, reply);
    if (!asked.answer) asked.settle(answer);
    if (wantsReport) {
      reply.header('cache-control', NO_STORE);
      return withReport(payload, asked, cache);
    }
    return answer?.tag ? tagged(answer.tag, payload, request, reply) : payload;
  });
}

/** The answer about to be sent, as others may get it; null where they may not. */
function storable(payload: unknown, { method }: FastifyRequest, reply: FastifyReply): Answer | null {
  const cacheControl = String(reply.getHeader('cache-control'));
  if (reply.statusCode !== 200 || cacheControl === NO_STORE || typeof payload !== 'string') return null;
  const contentType = String(reply.getHeader('content-type'));
  // Not of the pool: a small answer would hold all of the pool's memory.
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(payload));
  body.write(payload);
  return { body, contentType, cacheControl, tag: method === 'GET' ? entityTag(contentType, body) : null };
}

function tagged(tag: string, payload: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  reply.header('etag', tag);
  if (!isHeld(tag, request.headers['if-none-match'])) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}
