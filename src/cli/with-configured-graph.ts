import type { Config } from '../config.ts';
import type { Graph } from '../graph/open-graph.ts';
import { openConfiguredGraph } from './open-configured-graph.ts';

/** Runs the work with the graph of the configuration, which is closed afterwards whatever became of it. */
export async function withConfiguredGraph<Result>(
  config: Config,
  work: (graph: Graph, isEmbedded: boolean) => Promise<Result>,
): Promise<Result> {
  const { graph, isEmbedded, close } = await openConfiguredGraph(config, console.error);
  try {
    return await work(graph, isEmbedded);
  } finally {
    await close();
  }
}
