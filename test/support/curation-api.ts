import { createTokenVerifier } from '../../src/api/sign-in/token-verifier.ts';
import type { ViewerRole } from '../../src/domain/sign-in/viewer.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, type Asked, startApi } from './api.ts';
import { askAs } from './ask-as.ts';
import { TOKEN_RULES } from './token-rules.ts';

export interface CurationApi extends Api {
  /** Asks as somebody with these roles; null: without a token. */
  askAs(roles: readonly ViewerRole[] | null, query: string, variables?: object, id?: string): Promise<Asked>;
  /** Runs one mutation as a curator and gives its payload; fails where it is answered with errors. */
  decide(field: string, input: object, selection?: string, id?: string): Promise<Answer>;
}

export const PROBLEMS = 'problems { code path message suggestions }';
const USUAL = `decision wasDoneBefore event { id by action decision subject reasoning } ${PROBLEMS}`;

/** The API with sign-in, and a cache of answers, as it is served. */
export async function startCurationApi(graph: Graph): Promise<CurationApi> {
  const verifyToken = createTokenVerifier(TOKEN_RULES);
  const api = await startApi(graph, undefined, { verifyToken, responseCacheBytes: 1_000_000 });
  const ask: CurationApi['askAs'] = (roles, query, variables, id = 'aigerim') =>
    askAs(api, roles && { id, roles }, query, variables);
  return {
    ...api,
    askAs: ask,
    decide: async (field, input, selection = '', id = 'aigerim') => {
      const { data, errors, body } = await ask(['CURATOR'], documentOf(field, selection), { input }, id);
      if (errors !== undefined)
        throw new Error(`${field} was answered with ${body}; the server logged ${api.logged.slice(-1)}`);
      return data[field];
    },
  };
}

/** The document of a mutation with one input. */
export function documentOf(field: string, selection = ''): string {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${field}(input: $input) { ${USUAL} ${selection} } }`;
}

/** Evidence as a curator gives it, from a source that the graph does not know. */
export function curated(says: string, more: object = {}): object {
  return {
    newSource: {
      kind: 'REPORT',
      title: 'Annual report',
      publisher: 'Agency for Examples',
      licence: 'not known',
      url: 'https://example.org/report',
    },
    locator: 'page 12',
    says,
    basis: 'CURATED',
    reasoning: 'The table on page 12 lists them together.',
    ...more,
  };
}
