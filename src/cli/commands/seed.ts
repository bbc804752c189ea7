import { readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { openConfiguredGraph } from '../open-configured-graph.ts';
import { readSeedFolder, writeSeed } from '../write-seed.ts';

/** Writes the curated facts into the graph. A server of somebody else's only when that is said outright. */
export async function seed({ external }: { readonly external: boolean }): Promise<void> {
  const config = readConfig();
  if (config.neo4j && !external) {
    throw new SetupError('NEO4J_URI is set: add --external to write the curated facts into that server');
  }
  const { graph, close } = await openConfiguredGraph(config, console.error);
  try {
    const { written, unchanged } = await writeSeed(graph, await readSeedFolder());
    console.log(`Seed: ${written} files written, ${unchanged} unchanged.`);
  } finally {
    await close();
  }
}
