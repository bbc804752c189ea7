import { pino } from 'pino';
import { type Config, readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { missingConstraints } from '../../graph/constraints.ts';
import { type ConfiguredGraph, openConfiguredGraph } from '../open-configured-graph.ts';
import { requireFreePort } from '../require-free-port.ts';
import { summary } from '../summary.ts';

export interface ServeOptions {
  /** Write the curated facts into a server of somebody else's too. */
  readonly seed: boolean;
  readonly port?: number | undefined;
}

/** Serves the API until the process is told to stop; then requests under way are answered and everything is closed. */
export async function serve(options: ServeOptions): Promise<void> {
  const config = readConfig();
  const port = options.port ?? config.port;
  await requireFreePort(config.host, port);
  const stopped = untilToldToStop();
  // While Neo4j starts in its own process, ours loads the libraries and builds the schema.
  const [graph, parts] = await Promise.allSettled([openConfiguredGraph(config, console.error), loadParts()]);
  if (graph.status === 'rejected') throw graph.reason;
  try {
    if (parts.status === 'rejected') throw parts.reason;
    await run(graph.value, parts.value, { ...config, port }, options.seed, stopped);
  } finally {
    await graph.value.close();
  }
}

type Parts = Awaited<ReturnType<typeof loadParts>>;

/** The heavy libraries, loaded only now: Neo4j is already starting. */
async function loadParts() {
  const { createServer } = await import('../../api/server.ts');
  const { buildSchema } = await import('../../api/build-schema.ts');
  const { writeSeed } = await import('../write-seed.ts');
  return { createServer, writeSeed, schemas: await buildSchema() };
}

async function run(
  opened: ConfiguredGraph,
  parts: Parts,
  config: Config,
  seed: boolean,
  stopped: Promise<void>,
): Promise<void> {
  const { graph, isEmbedded } = opened;
  if (isEmbedded || seed) await parts.writeSeed(graph);
  else await requireKeys(opened);
  const app = await parts.createServer({
    graph,
    schemas: parts.schemas,
    log: pino({ level: config.logLevel, name: 'kazaid' }, pino.destination(2)),
    corsOrigins: config.corsOrigins,
  });
  await app.listen({ host: config.host, port: config.port });
  console.log(await summary(opened, config));
  await stopped;
  await app.close();
}

/** Our own Neo4j is brought up to date at every start; a foreign one only on request, and must be ready otherwise. */
async function requireKeys({ graph }: ConfiguredGraph): Promise<void> {
  const missing = await missingConstraints(graph);
  if (missing.length === 0) return;
  throw new SetupError(
    `the graph lacks ${missing.length} keys or indexes (${missing[0]} …): start once with --seed to create them and to write the curated facts`,
  );
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
