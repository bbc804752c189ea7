import type { ServerParts } from '../../src/api/server.ts';
import { issueToken } from '../../src/api/sign-in/issue-token.ts';
import { createTokenVerifier, type TokenRules } from '../../src/api/sign-in/token-verifier.ts';
import type { ViewerRole } from '../../src/domain/sign-in/viewer.ts';
import type { AlumniStore } from '../../src/graph/alumni/alumni-store.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, type Asked, startApi } from './api.ts';

const KEY = new TextEncoder().encode('a secret of the tests, as long as one must be');
const RULES: TokenRules = { issuer: 'here', audience: 'api', algorithm: 'HS256', key: KEY, rolesClaim: 'roles' };

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
  const parts = { verifyToken: createTokenVerifier(RULES), responseCacheBytes: 1_000_000, personKeys: keys, ...more };
  const api = await startApi(graph, undefined, parts);
  const askAs: AlumniApi['askAs'] = async (asker, query, variables = {}) => {
    const token = asker && (await issueToken(RULES, { id: asker[1], roles: [asker[0]].flat() as ViewerRole[] }, 1));
    return api.send({
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
  };
  return {
    ...api,
    askAs,
    change: async (asker, field, input, selection) => {
      const { data, errors, body } = await askAs(asker, mutationOf(field, input, selection), input ? { input } : {});
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
