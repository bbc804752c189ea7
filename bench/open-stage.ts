import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openEmbeddedNeo4j } from '../src/embedded/open-embedded-neo4j.ts';
import { findRunning } from '../src/embedded/run-file.ts';
import { openGraph } from '../src/graph/open-graph.ts';
import type { Stage } from './contestants/contestant.ts';
import { generateNetwork } from './network/generate-network.ts';
import { loadIntoNeo4j } from './network/load-into-neo4j.ts';
import type { Network, NetworkSize } from './network/network.ts';
import { NETWORK_SOURCE, toFacts } from './network/to-facts.ts';

export interface OpenStage {
  readonly network: Network;
  readonly neo4j: Stage['neo4j'];
  /** Seconds that it took to fill it. */
  readonly loadSeconds: number;
  /** The folder for a contestant. */
  folderFor(contestant: string): string;
  close(): Promise<void>;
}

const READ_TIMEOUT = 10 * 60_000;

/** A Neo4j of its own in a temporary folder, filled with a network of this size: nothing of the user's is touched. */
export async function openStage(size: NetworkSize, log: (line: string) => void): Promise<OpenStage> {
  const folder = await mkdtemp(join(tmpdir(), 'kazaid-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const home = join(folder, 'neo4j');
  const neo4j = await openEmbeddedNeo4j({ ...readConfig().embedded, home, log }).catch((error) => {
    remove();
    throw error;
  });
  const close = () => neo4j.stop().finally(remove);
  try {
    const network = generateNetwork(size);
    const { uri, user, password } = neo4j;
    const loadSeconds = await fill(neo4j, network, log);
    const processId = (await findRunning(home))?.processId ?? 0;
    const folderFor = (contestant: string) => join(folder, contestant);
    return { network, neo4j: { uri, user, password, processId }, loadSeconds, folderFor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  address: Parameters<typeof openGraph>[0],
  network: Network,
  log: (line: string) => void,
): Promise<number> {
  const graph = await openGraph(address, { readTimeout: READ_TIMEOUT });
  const begun = performance.now();
  let said = begun;
  try {
    await loadIntoNeo4j(graph, [NETWORK_SOURCE], toFacts(network), (facts) => {
      if (performance.now() - said < 10_000) return;
      said = performance.now();
      log(`  ${facts} facts written …`);
    });
    return (performance.now() - begun) / 1000;
  } finally {
    await graph.close();
  }
}
