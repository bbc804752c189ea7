import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Config, readConfig } from '../../config.ts';
import { DomainError, SetupError } from '../../errors.ts';
import type { AlumniStore } from '../../graph/alumni/alumni-store.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { type ConfiguredGraph, openConfiguredGraph } from '../open-configured-graph.ts';
import { requireFreePort } from '../require-free-port.ts';
import { summary } from '../summary.ts';
import { tokenRules } from '../token-rules.ts';

export interface ServeOptions {
  /** Write the curated facts into a server of somebody else's too. */
  readonly seed: boolean;
  readonly port?: number | undefined;
}

/** Requests under way have this long to be answered; containers are killed after about as much. */
const CLOSE_TIME = 10_000;

/**
 * Serves the API until the process is told to stop; then requests under way are answered and everything is closed. Told
 * so during the start, it returns at once. Either way something may still be open: the caller ends the process, and an
 * embedded Neo4j ends with it.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const environment = readConfig();
  const config = { ...environment, port: options.port ?? environment.port };
  await requireFreePort(config.host, config.port);
  const told = untilToldToStop();
  const running = await Promise.race([start(config, options.seed), told]);
  if (typeof running === 'string') return;
  try {
    const { graph } = running.opened;
    const counted = { ...running.opened, graph: graph.withReadTimeout(config.databaseTimeoutMs) };
    console.log(await summary(counted, config, portOf(running.app)));
    const stopping = new AbortController();
    const warmed = running
      .warmUp(stopping.signal)
      .then(() => (stopping.signal.aborted ? undefined : running.addFirstAlumni()));
    console.log(`Stopping: ${await told} …`);
    stopping.abort();
    await Promise.race([Promise.all([warmed, running.app.close()]), sleep(CLOSE_TIME)]);
  } finally {
    await Promise.race([running.opened.close(), sleep(CLOSE_TIME)]);
  }
}

interface Listening {
  readonly app: FastifyInstance;
  /** Until it has ended, the server says that it is not ready, and answers all the same. */
  readonly warmUp: (signal: AbortSignal) => Promise<void>;
  /** Nothing waits for them, and a server without them serves all the same. */
  readonly addFirstAlumni: () => Promise<void>;
}

interface Running extends Listening {
  readonly opened: ConfiguredGraph;
}

/** Listens from here on; a start that fails leaves nothing open. */
async function start(config: Config, seed: boolean): Promise<Running> {
  // While Neo4j starts in its own process, ours loads the libraries and builds the schema.
  const [graph, parts] = await Promise.allSettled([openConfiguredGraph(config, console.error), loadParts()]);
  if (graph.status === 'rejected') throw graph.reason;
  try {
    if (parts.status === 'rejected') throw parts.reason;
    return { opened: graph.value, ...(await listen(graph.value, parts.value, config, seed)) };
  } catch (error) {
    await graph.value.close();
    throw error;
  }
}

type Parts = Awaited<ReturnType<typeof loadParts>>;

/** The heavy libraries, loaded only now: Neo4j is already starting. */
async function loadParts() {
  const { createServer } = await import('../../api/server.ts');
  const { buildSchema } = await import('../../api/build-schema.ts');
  const { writeSeed } = await import('../write-seed.ts');
  const { openAlumniStore } = await import('../open-alumni-store.ts');
  const { warmUp } = await import('../../api/warm-up.ts');
  const { missingConstraints } = await import('../../graph/constraints.ts');
  const { createTokenVerifier } = await import('../../api/sign-in/token-verifier.ts');
  const { pino } = await import('pino');
  const schemas = await buildSchema();
  return { createServer, createTokenVerifier, openAlumniStore, warmUp, writeSeed, missingConstraints, pino, schemas };
}

async function listen(opened: ConfiguredGraph, parts: Parts, config: Config, seed: boolean): Promise<Listening> {
  const { graph, isEmbedded } = opened;
  if (isEmbedded || seed) await parts.writeSeed(graph, isEmbedded);
  else requireNone(await parts.missingConstraints(graph));
  const alumni = await openAlumni(graph, parts, config);
  const rules = tokenRules(config);
  let isWarm = false;
  const app = await parts.createServer({
    graph: graph.withReadTimeout(config.databaseTimeoutMs),
    schemas: parts.schemas,
    log: parts.pino({ level: config.logLevel, name: 'kazaid' }, parts.pino.destination(2)),
    corsOrigins: config.corsOrigins,
    rateLimits: config.rateLimits,
    trustedProxies: config.trustedProxies,
    ...(rules && { verifyToken: parts.createTokenVerifier(rules) }),
    ...(alumni && { personKeys: alumni.keys }),
    responseCacheBytes: config.responseCacheBytes,
    isWarm: () => isWarm,
  });
  await app.listen({ host: config.host, port: config.port });
  const warmUp = async (signal: AbortSignal) => {
    await parts.warmUp(app, signal);
    isWarm = true;
  };
  const addFirstAlumni = async () => {
    if (!isEmbedded || !alumni) return;
    try {
      const { addFirstAlumni: add } = await import('../add-first-alumni.ts');
      const line = await add(alumni);
      if (line !== null) console.log(line);
    } catch (error) {
      console.error(`kazaid: no made up alumni were added: ${(error as Error).message}`);
    }
  };
  return { app, warmUp, addFirstAlumni };
}

/** With keys that cannot be used, or are not those of this graph, all else is served, and no alumni. */
async function openAlumni(graph: Graph, parts: Parts, config: Config): Promise<AlumniStore | null> {
  try {
    return await parts.openAlumniStore(graph, config);
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof SetupError)) throw error;
    console.error(`kazaid: no alumni are served: ${error.message}`);
    return null;
  }
}

/** Our own Neo4j is brought up to date at every start; a foreign one only on request, and must be ready otherwise. */
function requireNone(missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new SetupError(
    `the graph lacks ${missing.length} keys or indexes (${missing[0]} …): start once with --seed to create them and to write the curated facts`,
  );
}

/** The port that the system chose where 0 was asked for. */
function portOf(app: FastifyInstance): number {
  const [address] = app.addresses();
  return typeof address === 'object' ? address.port : 0;
}

/** Only the first signal is waited for: a second one does what it does to any program, and ends it at once. */
function untilToldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
