import { resolve } from 'node:path';
import { type GraphQLError, graphql } from 'graphql';
import { buildSchema } from '../../api/build-schema.ts';
import { createContext } from '../../api/context.ts';
import { parseFilter } from '../../api/export/parse-filter.ts';
import { createReadGenerated } from '../../api/generated/read-generated.ts';
import { readConfig } from '../../config.ts';
import { DomainError } from '../../errors.ts';
import { requireNewFile } from '../export/require-new-file.ts';
import { writeAtomically } from '../export/write-atomically.ts';
import { stopSignal } from '../imports/stop-signal.ts';
import { openAlumniStore } from '../open-alumni-store.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

export interface InviteOptions {
  readonly field: string;
  readonly purpose: string;
  readonly reason: string;
  readonly by: string;
  readonly out: string;
  readonly filter?: string;
  readonly json: boolean;
}

interface Payload {
  readonly csv: string;
  readonly manifest: Manifest | null;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

interface Manifest {
  readonly matched: number;
  readonly included: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number; readonly alumni: readonly string[] }[];
}

const MUTATION = `mutation ($input: ExportContactsInput!) {
  exportContacts(input: $input) {
    csv
    manifest { matched included leftOut { reason count alumni } }
    problems { path message }
  }
}`;

/** What only its owner may read and write. */
const PRIVATE = 0o600;

/** Asks the API, as the office does, for the contacts that may be used, and writes them into a file of one's own. */
export async function invite({ out, json, by, filter, field, purpose, reason }: InviteOptions): Promise<void> {
  const config = readConfig();
  const path = resolve(config.callerFolder, out);
  // Before it is written down that the contacts were taken.
  await requireNewFile(path);
  const input = { filter: parseFilter(filter), field, purpose, reason };
  const { signal, release } = stopSignal();
  const { schema, model } = await buildSchema();
  try {
    const { data, errors } = await withConfiguredGraph(config, async (graph) => {
      const contextValue = createContext({
        graph,
        readGenerated: createReadGenerated(model, graph),
        viewer: { id: by, roles: ['ALUMNI_OFFICER'] },
        alumni: await openAlumniStore(graph, config),
        signal,
      });
      return graphql({ schema, source: MUTATION, contextValue, variableValues: { input } });
    });
    const [error] = errors ?? [];
    if (error || !data) throw error?.path ? (error.originalError ?? error) : misfit(error);
    const { csv, manifest, problems } = data.exportContacts as Payload;
    const [problem] = problems;
    if (problem || !manifest)
      throw new DomainError('InvalidInput', `${problem?.path.replace('input.', '--')}: ${problem?.message}`);
    await writeAtomically(path, textOf(csv), signal, PRIVATE);
    console.log(json ? JSON.stringify(manifest, null, 2) : describe(path, manifest));
  } finally {
    release();
  }
}

/** What was refused before anything was asked, under the name of the option that it came by. */
function misfit(error: GraphQLError | undefined): DomainError {
  const message = String(error?.message).replace(
    /^Variable "\$input" got invalid value .* at "input\.([^"]*)"; /s,
    '--$1: ',
  );
  return new DomainError('InvalidInput', message);
}

async function* textOf(csv: string): AsyncGenerator<string> {
  yield csv;
}

function describe(path: string, { matched, included, leftOut }: Manifest): string {
  return [
    `${path}: ${included} of ${matched} alumni; only you can read it: delete it when it was used`,
    ...leftOut.map(({ reason, count }) => `left out: ${count}, ${reason} (no consent in force covers it)`),
  ].join('\n');
}
