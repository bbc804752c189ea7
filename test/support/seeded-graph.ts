import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { applyConstraints } from '../../src/graph/constraints.ts';
import { type Graph, openGraph } from '../../src/graph/open-graph.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { loadSeed } from '../../src/import/seed/load-seed.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

/** Longer than any read of the tests takes on a busy machine; limits of time are tested with graphs of their own. */
const READ_TIMEOUT = 30_000;

/** The graph of the tests, with whatever other files left in it; the caller closes it. */
export function openTestGraph(readTimeout = READ_TIMEOUT): Promise<Graph> {
  return openGraph(inject('testNeo4j'), { readTimeout });
}

/** A graph that holds exactly the seed. It is written again only where anything was written since; the caller closes it. */
export async function openSeededGraph(): Promise<Graph> {
  const graph = await openTestGraph();
  if (await isUntouchedSeed(graph)) return graph;
  await emptyGraph(graph);
  const { sources, records, problems } = await loadSeed(SEED);
  if (problems.length > 0) throw new Error(`the seed has problems: ${JSON.stringify(problems.slice(0, 3))}`);
  await writeRecords(graph, { sources, records });
  await rememberSeed(graph);
  return graph;
}

/** An empty graph with its keys and indexes; only the mark by which a test server is known stays. */
export async function emptyGraph(graph: Graph): Promise<void> {
  await applyConstraints(graph);
  await graph.administer(
    'MATCH (n) WHERE NOT n:KazaidTestMarker CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
  );
}

/** The number of the last write, whoever made it: equal numbers mean that nothing was written in between. */
async function lastWrite(graph: Graph): Promise<number> {
  const [row] = await graph.read<{ last: number }>('SHOW DATABASE $name YIELD lastCommittedTxn AS last RETURN last', {
    name: graph.database,
  });
  return row?.last ?? -1;
}

async function isUntouchedSeed(graph: Graph): Promise<boolean> {
  const [marker] = await graph.read<{ seededBy: number | null }>(
    'MATCH (marker:KazaidTestMarker) RETURN marker.seededBy AS seededBy',
  );
  return typeof marker?.seededBy === 'number' && marker.seededBy === (await lastWrite(graph));
}

/** Writes down the number of the write that writes it down. */
async function rememberSeed(graph: Graph): Promise<void> {
  await graph.administer('MERGE (marker:KazaidTestMarker) SET marker.seededBy = 0');
  const number = (await lastWrite(graph)) + 1;
  await graph.administer(`MATCH (marker:KazaidTestMarker) SET marker.seededBy = ${number}`);
}
