import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { type ApolloFastifyContextFunction, fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastifyCors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { PersonKeys } from '../domain/alumni/person-keys.ts';
import { DomainError } from '../errors.ts';
import type { Graph } from '../graph/open-graph.ts';
import { buildSchema, type Schemas } from './build-schema.ts';
import { createContext, type RequestContext } from './context.ts';
import { createFormatError, unavailablePlugin } from './errors.ts';
import { addExports } from './export/add-exports.ts';
import { DEFAULT_EXPORT_LIMITS, type ExportLimits } from './export/export-limits.ts';
import { createReadGenerated } from './generated/read-generated.ts';
import { addHealthChecks } from './health.ts';
import { answerFrameworkError, answerHttpErrors } from './http-errors.ts';
import { DEFAULT_LIMITS, type Limits } from './limits/limits.ts';
import { limitsPlugin } from './limits/limits-plugin.ts';
import { personalQuestionsPlugin } from './personal-questions.ts';
import { addPlayground } from './playground.ts';
import { addRateLimit } from './rate-limit/add-rate-limit.ts';
import { createRateLimit, type RateLimits } from './rate-limit/rate-limit.ts';
import { cachePolicyPlugin, forbidStoring } from './response-cache/cache-policy.ts';
import { addResponseCache } from './response-cache/response-cache.ts';
import { acceptApiKeys } from './sign-in/accept-api-keys.ts';
import { addSignIn, viewerOf } from './sign-in/add-sign-in.ts';
import type { TokenVerifier } from './sign-in/token-verifier.ts';
import { withoutMessage } from './without-message.ts';

export interface ServerParts {
  readonly graph: Graph;
  readonly log: FastifyBaseLogger;
  /** Origins whose pages may ask; `*` is any, an empty list none but our own. */
  readonly corsOrigins: readonly string[];
  readonly limits?: Limits;
  /** What one address may ask for in a minute; as much as it likes where absent. */
  readonly rateLimits?: RateLimits;
  /** Addresses of proxies that are believed to say whom they ask for; none where absent. */
  readonly trustedProxies?: readonly string[];
  /** What exports may take; the usual where absent. */
  readonly exportLimits?: ExportLimits;
  /** Checks who signs in; where absent, nobody can but by an API key. */
  readonly verifyToken?: TokenVerifier;
  /** The keys of alumni; where absent, none are kept here. */
  readonly personKeys?: PersonKeys;
  /** What kept answers may take; where 0 or absent, none is kept. */
  readonly responseCacheBytes?: number;
  /** False while the server has not yet asked what it asks beforehand; absent: it asks nothing. */
  readonly isWarm?: () => boolean;
  /** Built beforehand, while the database was starting; built here where absent. */
  readonly schemas?: Schemas;
}

/** Who made more mistakes than these has enough to correct; a long list would only make the answer long. */
const MOST_ERRORS = 10;

/** The HTTP server: /graphql, /export, /playground, /health/live and /health/ready. It does not listen yet. */
export async function createServer({
  graph,
  log,
  corsOrigins,
  limits = DEFAULT_LIMITS,
  rateLimits = { requests: 0, points: 0 },
  trustedProxies = [],
  exportLimits = DEFAULT_EXPORT_LIMITS,
  verifyToken,
  personKeys,
  responseCacheBytes = 0,
  isWarm = () => true,
  schemas,
}: ServerParts): Promise<FastifyInstance> {
  const { schema, model, personal } = schemas ?? (await buildSchema());
  const verify = acceptApiKeys(graph, verifyToken);
  const readGenerated = createReadGenerated(model, graph);
  const rateLimit = createRateLimit(rateLimits);
  const asked = new AsyncLocalStorage<Asking>();
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: limits.body,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: limits.requestTime,
    genReqId: () => randomUUID(),
    frameworkErrors: answerFrameworkError,
  });
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // The command that serves listens for signals itself.
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // No cookie and no address says who asks: a page elsewhere can ask nothing that its reader could not (decision 11).
    csrfPrevention: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: MOST_ERRORS },
    formatError: createFormatError({
      requestId: () => asked.getStore()?.requestId,
      report: (error, requestId) =>
        log.error(
          { err: asked.getStore()?.isPersonal ? withoutMessage(error) : error, requestId },
          'a question failed',
        ),
    }),
    plugins: [
      fastifyApolloDrainPlugin(app),
      limitsPlugin(limits),
      personalQuestionsPlugin(personal, () => {
        const asking = asked.getStore();
        if (asking) asking.isPersonal = true;
      }),
      unavailablePlugin(),
      cachePolicyPlugin(personal),
      // What may be stored is for our own plugin to say, and Apollo's page would be loaded from elsewhere.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();

  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  // Apollo formats errors without knowing whose they are. Not earlier: reading the body would lose it.
  app.addHook('preHandler', (request, _reply, done) => asked.run({ requestId: request.id, isPersonal: false }, done));
  answerHttpErrors(app);
  await app.register(fastifyCors, { origin: corsOrigins.includes('*') ? '*' : [...corsOrigins] });
  const context: ApolloFastifyContextFunction<RequestContext> = async (request, reply) =>
    createContext({
      graph,
      readGenerated,
      viewer: viewerOf(request),
      alumni: personKeys ? { graph, keys: personKeys } : null,
      takePoints: (points) => rateLimit.takePoints(request.ip, points),
      signal: untilGone(reply, limits.requestTime),
    });
  await app.register(async (routes) => {
    forbidStoring(routes);
    addRateLimit(routes, rateLimit);
    addSignIn(routes, verify);
    if (responseCacheBytes > 0) addResponseCache(routes, { graph, maxBytes: responseCacheBytes });
    await routes.register(fastifyApollo(apollo), { context });
  });
  await addExports(app, {
    context: { graph, schemas: { schema, model, personal }, readGenerated, limits },
    limits: exportLimits,
    rateLimit,
    verifyToken: verify,
  });
  addHealthChecks(app, graph, () => (stopping ? 'the server is stopping' : isWarm() ? null : 'the server warms up'));
  await addPlayground(app);
  return app;
}

interface Asking {
  readonly requestId: string;
  /** Whether it could be answered with personal data, of which nothing may stand in the log. */
  isPersonal: boolean;
}

/** Aborted when the client goes away before its answer, or when the time for the request is over. */
function untilGone(reply: FastifyReply, time: number): AbortSignal {
  const gone = new AbortController();
  // Every read of the request listens to it.
  setMaxListeners(0, gone.signal);
  const timer = setTimeout(() => gone.abort(tooLate(time)), time).unref();
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

function tooLate(time: number): DomainError {
  return new DomainError('Timeout', `The request took longer than ${time} ms. Ask for less at once.`);
}
