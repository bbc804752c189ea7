import { pino } from 'pino';
import { createServer } from '../../api/server.ts';
import { type Config, readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { missingConstraints } from '../../graph/constraints.ts';
import { countFacts } from '../../graph/queries/count-facts.ts';
import { type ConfiguredGraph, openConfiguredGraph } from '../open-configured-graph.ts';
import { requireFreePort } from '../require-free-port.ts';
import { writeSeed } from '../write-seed.ts';

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
  const opened = await openConfiguredGraph(config, console.error);
  try {
    await prepare(opened, options.seed);
    const app = await createServer({
      graph: opened.graph,
      log: pino({ level: config.logLevel, name: 'kazaid' }, pino.destination(2)),
      corsOrigins: config.corsOrigins,
    });
    await app.listen({ host: config.host, port });
    console.log(await summary(opened, config, port));
    await untilToldToStop();
    await app.close();
  } finally {
    await opened.close();
  }
}

/** Our own Neo4j is brought up to date at every start; a foreign one only on request, and must be ready otherwise. */
async function prepare({ graph, isEmbedded }: ConfiguredGraph, seed: boolean): Promise<void> {
  if (isEmbedded || seed) {
    await writeSeed(graph);
    return;
  }
  const missing = await missingConstraints(graph);
  if (missing.length > 0) {
    throw new SetupError(
      `the graph lacks ${missing.length} keys or indexes (${missing[0]} …): start once with --seed to create them and to write the curated facts`,
    );
  }
}

async function summary({ graph, isEmbedded }: ConfiguredGraph, config: Config, port: number): Promise<string> {
  const { entities, relations, statements } = await countFacts(graph);
  const of = (...kinds: string[]) =>
    entities.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  const base = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  return [
    '',
    `  GraphQL API   ${base}/graphql`,
    `  Playground    ${base}/playground/`,
    `  Health        ${base}/health/ready`,
    `  Graph         ${of('COUNTRY')} countries, ${of('ORGANISATION')} organisations, ${of('PROGRAMME', 'EDITION', 'PROJECT')} activities, ${of('ARRANGEMENT')} triangular arrangements,`,
    `                ${of('FIGURE')} figures, ${relations.reduce((sum, { count }) => sum + count, 0)} relations, ${statements} statements of ${of('SOURCE')} sources`,
    `  Neo4j         ${isEmbedded ? 'our own, in the data folder' : config.neo4j?.uri}`,
    '  Stop          Ctrl-C',
    '',
  ].join('\n');
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
