import { readConfig } from '../../config.ts';
import { demoAlumni as makeUp } from '../../domain/alumni/demo/demo-alumni.ts';
import { SetupError } from '../../errors.ts';
import { addDemoAlumni } from '../../graph/alumni/add-demo-alumni.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import { openAlumniStore } from '../open-alumni-store.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

/** Adds people made up to the embedded graph, for trying what is done with alumni. Never to a server of somebody else's. */
export async function demoAlumni({ count }: { readonly count: number }): Promise<void> {
  const config = readConfig();
  if (config.neo4j)
    throw new SetupError('NEO4J_URI is set: people made up are written into the embedded graph only; leave it unset');
  const added = await withConfiguredGraph(config, async (graph) => {
    await applyConstraints(graph);
    return addDemoAlumni(await openAlumniStore(graph, config), makeUp(count), { by: 'kazaid demo-alumni' });
  });
  console.log(
    added === 0
      ? 'Synthetic alumni: nothing changed.'
      : `Synthetic alumni: ${added} added, ${count - added} were there or were erased.`,
  );
}
