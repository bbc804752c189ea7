import { readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';
import { writeSeed } from '../write-seed.ts';

/** Writes the curated facts into the graph. A server of somebody else's only when that is said outright. */
export async function seed({ external }: { readonly external: boolean }): Promise<void> {
  const config = readConfig();
  if (config.neo4j && !external) {
    throw new SetupError('NEO4J_URI is set: add --external to write the curated facts into that server');
  }
  if (!config.neo4j && external) {
    throw new SetupError('--external is given, but NEO4J_URI is not set: set it, or leave --external out');
  }
  const result = await withConfiguredGraph(config, writeSeed);
  console.log(
    result ? `Seed: ${result.written} files written, ${result.unchanged} unchanged.` : 'Seed: nothing changed.',
  );
}
