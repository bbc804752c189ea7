import type { FastifyInstance } from 'fastify';
import { missingConstraints } from '../graph/constraints.ts';
import type { Graph } from '../graph/open-graph.ts';

/** A probe must be quick: a database that has not answered by then is not ready. */
const PROBE_TIME = 3_000;

/**
 * `/health/live`: the process answers. `/health/ready`: nothing of the server's own keeps it from answering well, and
 * Neo4j answers too, with the keys and indexes that are expected.
 */
export function addHealthChecks(app: FastifyInstance, graph: Graph, ownReason: () => string | null): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const reason = ownReason() ?? (await notReady(graph));
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason });
  });
}

async function notReady(graph: Graph): Promise<string | null> {
  const late = AbortSignal.timeout(PROBE_TIME);
  // A connection that is cut off may not even notice that it is closed: the answer does not wait for it.
  const abandoned = new Promise<string>((resolve) => late.addEventListener('abort', () => resolve(NO_ANSWER)));
  return Promise.race([abandoned, probe(graph, late)]);
}

const NO_ANSWER = 'Neo4j does not answer';

async function probe(graph: Graph, late: AbortSignal): Promise<string | null> {
  try {
    const missing = await missingConstraints(graph, late);
    return missing.length === 0 ? null : `the graph lacks keys or indexes: ${missing.join(', ')}`;
  } catch {
    return NO_ANSWER;
  }
}
