import type { ServerParts } from '../../src/api/server.ts';
import { createTokenVerifier } from '../../src/api/sign-in/token-verifier.ts';
import type { ViewerRole } from '../../src/domain/sign-in/viewer.ts';
import type { AlumniStore } from '../../src/graph/alumni/alumni-store.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, type Asked, startApi } from './api.ts';
import { askAs } from './ask-as.ts';
import { TOKEN_RULES } from './token-rules.ts';

/** Who asks: their roles, and whom their token names; null: nobody who says so. */
export type Asker = readonly [role: ViewerRole | readonly ViewerRole[], subject: string] | null;

export const OFFICER: Asker = ['ALUMNI_OFFICER', 'aigerim'];
export const ADMIN: Asker = ['ADMIN', 'the administrator'];

export interface AlumniApi extends Api {
  askAs(asker: Asker, query: string, variables?: object): Promise<Asked>;
  /** Runs one mutation with one input and gives its payload; fails where it is answered with errors. */
  change(asker: Asker, field: string, input: object | null, selection: string): Promise<Answer>;
}

/** The API with sign-in, alumni and a cache of answers, as it is served. */
export async function startAlumniApi(
  { graph, keys }: AlumniStore,
  more: Partial<ServerParts> = {},
): Promise<AlumniApi> {
  const parts = {
    verifyToken: createTokenVerifier(TOKEN_RULES),
    responseCacheBytes: 1_000_000,
    personKeys: keys,
    ...more,
  };
  const api = await startApi(graph, undefined, parts);
  const ask: AlumniApi['askAs'] = (asker, query, variables) =>
    askAs(api, asker && { id: asker[1], roles: [asker[0]].flat() as ViewerRole[] }, query, variables);
  return {
    ...api,
    askAs: ask,
    change: async (asker, field, input, selection) => {
      const { data, errors, body } = await ask(asker, mutationOf(field, input, selection), input ? { input } : {});
      if (errors !== undefined)
        throw new Error(`${field} was answered with ${body}; the server logged ${api.logged.slice(-1)}`);
      return data[field];
    },
  };
}

/** The document of a mutation with one input, or none. */
export function mutationOf(field: string, input: object | null, selection: string): string {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  return input === null
    ? `mutation { ${field} { ${selection} } }`
    : `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
}

/** Takes all alumni out of the graph, with the log of them; the public graph stays. */
export async function removeAllAlumni(graph: Graph): Promise<void> {
  await graph.administer('MATCH (n:Alumnus|AlumniDrawer|ContactPoint|Consent|AlumniState|AlumniEvent) DETACH DELETE n');
}
