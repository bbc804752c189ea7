import { readConfig } from '../../config.ts';
import { DomainError } from '../../errors.ts';
import { eraseAlumnus as erase } from '../../graph/alumni/erase-alumnus.ts';
import { openAlumniStore } from '../open-alumni-store.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

export interface EraseAlumnusOptions {
  readonly by: string;
  readonly reason: string;
}

/** Erases an alumnus for ever, asked or not, as an administrator does; where it was cut off before, it is finished. */
export async function eraseAlumnus(id: string, { by, reason }: EraseAlumnusOptions): Promise<void> {
  const config = readConfig();
  const { problems } = await withConfiguredGraph(config, async (graph) => {
    const store = await openAlumniStore(graph, config);
    return erase(store, { id: by, mayUnasked: true }, { alumnus: id, reason });
  });
  const [problem] = problems;
  if (problem) throw new DomainError(problem.code === 'NOT_FOUND' ? 'NotFound' : 'InvalidInput', explain(problem, id));
  console.log(
    `${id} is erased. Backups of the graph hold nothing of it that can be read, if its key is not in one of them.`,
  );
}

function explain({ path, message }: { path: string; message: string }, id: string): string {
  return path === 'input.alumnus' ? `${id}: ${message}` : `${path.replace('input.', '--')}: ${message}`;
}
