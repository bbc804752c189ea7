import type { Config } from '../config.ts';
import { openEmbeddedNeo4j } from '../embedded/open-embedded-neo4j.ts';
import type { Graph } from '../graph/open-graph.ts';

export interface ConfiguredGraph {
  readonly graph: Graph;
  /** True for the Neo4j that this product runs itself: its data are ours to write. */
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

/** Commands wait for a database that has just started and is slow; the requests of others have a limit of their own. */
const READ_TIMEOUT = 10 * 60_000;

/** The graph that the configuration names: the server of NEO4J_URI, else the embedded one, started or attached to. */
export async function openConfiguredGraph(config: Config, log: (line: string) => void): Promise<ConfiguredGraph> {
  const options = { readTimeout: READ_TIMEOUT };
  // The driver is loaded while Java starts, not before.
  const driver = () => import('../graph/open-graph.ts');
  if (config.neo4j) {
    const { openGraph } = await driver();
    const graph = await openGraph(config.neo4j, options);
    return { graph, isEmbedded: false, close: () => graph.close() };
  }
  const [neo4j, { openGraph }] = await Promise.all([openEmbeddedNeo4j({ ...config.embedded, log }), driver()]);
  try {
    const graph = await openGraph(neo4j, options);
    return { graph, isEmbedded: true, close: () => graph.close().finally(() => neo4j.stop()) };
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
}
