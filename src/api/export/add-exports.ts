import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { DomainError } from '../../errors.ts';
import { currentVersion } from '../../graph/graph-version.ts';
import { createFormatError } from '../errors.ts';
import { addRateLimit } from '../rate-limit/add-rate-limit.ts';
import type { RateLimit } from '../rate-limit/rate-limit.ts';
import { isHeld } from '../response-cache/entity-tag.ts';
import { addSignIn } from '../sign-in/add-sign-in.ts';
import type { TokenVerifier } from '../sign-in/token-verifier.ts';
import type { ExportContext } from './export-context.ts';
import type { ExportLimits } from './export-limits.ts';
import { openExport } from './open-export.ts';
import { readRequest } from './read-request.ts';

export interface ExportParts {
  readonly context: Omit<ExportContext, 'signal'>;
  readonly limits: ExportLimits;
  readonly rateLimit: RateLimit;
  readonly verifyToken: TokenVerifier | undefined;
}

const TRY_AGAIN_SECONDS = 10;

/**
 * GET /export/<what>.<format>?filter=…: streamed, as fast as the client takes it. A mistake in the request is answered
 * with 400 before anything is sent; what goes wrong later breaks the connection off, so that no part looks like the whole.
 */
export async function addExports(
  app: FastifyInstance,
  { context, limits, rateLimit, verifyToken }: ExportParts,
): Promise<void> {
  let underWay = 0;
  const byAddress = new Map<string, number>();
  await app.register(async (routes) => {
    addRateLimit(routes, rateLimit);
    addSignIn(routes, verifyToken);
    routes.get('/export/:file', async (request, reply) => {
      const own = byAddress.get(request.ip) ?? 0;
      if (underWay >= limits.atOnce) return refuseForNow(reply, 503, `${limits.atOnce} exports are under way`);
      if (own >= limits.perAddress) return refuseForNow(reply, 429, `${own} exports of this address are under way`);
      underWay += 1;
      byAddress.set(request.ip, own + 1);
      reply.raw.once('close', () => {
        underWay -= 1;
        const left = (byAddress.get(request.ip) ?? 1) - 1;
        if (left === 0) byAddress.delete(request.ip);
        else byAddress.set(request.ip, left);
      });
      try {
        return await answer(request, reply, context, limits);
      } catch (error) {
        return tell(error, request, reply);
      }
    });
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ExportParts['context'],
  limits: ExportLimits,
) {
  const signal = untilGone(reply, limits.time);
  const { file } = request.params as { file: string };
  const asked = readRequest(file, request.query as Record<string, unknown>);
  const tag = await entityTag(request.url, context);
  // A file that has been fetched is fetched again only once the graph has changed, and nobody need be asked for that.
  reply.header('cache-control', 'public, no-cache').header('etag', tag);
  if (isHeld(tag.replace(/^W\//, ''), request.headers['if-none-match'])) return reply.code(304).send();
  const opened = await openExport({ ...asked, mostRows: limits.rows }, { ...context, signal });
  reply.type(opened.contentType).header('content-disposition', `attachment; filename="${opened.fileName}"`);
  if (request.method === 'HEAD') {
    await opened.chunks.return(undefined);
    return reply.send();
  }
  const body = Readable.from(opened.chunks, { objectMode: false });
  body.once('error', (error) => {
    if (!signal.aborted || signal.reason instanceof DomainError)
      request.log.error({ err: error }, 'an export was broken off');
  });
  // Whoever stops reading would hold the place for ever: nothing is asked of the body then, and nothing fails.
  signal.addEventListener('abort', () => {
    body.destroy(signal.reason instanceof DomainError ? signal.reason : undefined);
    reply.raw.destroy();
  });
  return reply.send(body);
}

/** Weak: the same graph, address and day give the same facts. What is planned today may have begun tomorrow. */
async function entityTag(url: string, { graph }: ExportParts['context']): Promise<string> {
  const day = new Date().toISOString().slice(0, 10);
  const key = JSON.stringify([await currentVersion(graph), url, day]);
  return `W/"${createHash('sha256').update(key).digest('base64url')}"`;
}

/** Aborted when the client goes away, or when the time for the export is over: either ends what the database is doing. */
function untilGone(reply: FastifyReply, time: number): AbortSignal {
  const gone = new AbortController();
  // Every read of the export listens to it.
  setMaxListeners(0, gone.signal);
  const tooLate = new DomainError('Timeout', `The export took longer than ${time} ms. Narrow its filter.`);
  const timer = setTimeout(() => gone.abort(tooLate), time).unref();
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

function refuseForNow(reply: FastifyReply, status: 429 | 503, found: string) {
  const message = `${found}, and no more at once; try again in ${TRY_AGAIN_SECONDS} seconds`;
  const code = status === 429 ? 'LIMIT_EXCEEDED' : 'UNAVAILABLE';
  reply.header('cache-control', 'no-store').header('retry-after', TRY_AGAIN_SECONDS);
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

/** Anything that is not listed is a mistake of the caller. */
const STATUS: Readonly<Record<string, number>> = { INTERNAL_SERVER_ERROR: 500, UNAVAILABLE: 503, TIMEOUT: 504 };

/** In the shape of all errors of the API; what is not the caller's business is masked, and logged. */
function tell(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const formatError = createFormatError({
    requestId: () => request.id,
    report: (error, requestId) => request.log.error({ err: error, requestId }, 'an export failed'),
  });
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const told = formatError({ message: error.message }, new GraphQLError(error.message, { originalError: error }));
  const code = String(told.extensions?.code);
  reply.header('cache-control', 'no-store').removeHeader('etag');
  return reply.code(STATUS[code] ?? (isUnknown(thrown) ? 404 : 400)).send({ errors: [told] });
}

/** There is no such export; an id in a filter that no record has is a mistake in the filter. */
function isUnknown(thrown: unknown): boolean {
  return thrown instanceof DomainError && thrown.code === 'NotFound' && thrown.message.startsWith('export:');
}
