import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, parse } from 'graphql';
import { personalMembers, withoutPersonalMarks } from '../../src/api/response-cache/personal-members.ts';
import type { ServerParts } from '../../src/api/server.ts';
import type { TokenVerifier } from '../../src/api/sign-in/token-verifier.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, builtOnce, startApi } from './api.ts';

const DEFINITIONS = parse(`
  directive @personal on OBJECT | INTERFACE | FIELD_DEFINITION
  type Query {
    "How many countries the graph holds: counted before the hold, and again after it."
    countries(hold: Boolean): Counted!
    echo(text: String, number: Int, id: ID): String
    fails: String
    alumnus: Alumnus
    size(of: Int!): String!
  }
  type Mutation { touch: Int }
  type Counted { before: Int! after: Int! }
  type Alumnus @personal { name: String }
`);

export interface SmallApi extends Api {
  /** How often something was computed since it was last set to 0. */
  computed: number;
  /** Called within each computation, between its two readings. */
  hold: () => Promise<void>;
}

/** A server with few and simple questions, which counts what it computes and can be held in the middle of it. */
export async function startSmallApi(graph: Graph, more: Partial<ServerParts> = {}): Promise<SmallApi> {
  const own = { computed: 0, hold: async () => {} };
  const count = async () => {
    const [row] = await graph.read<{ count: number }>('MATCH (n:Country) RETURN count(n) AS count');
    return row?.count ?? -1;
  };
  const computed = <Value>(value: (args: Readonly<Record<string, unknown>>) => Value) => {
    return (_: unknown, args: Readonly<Record<string, unknown>>) => {
      own.computed++;
      return value(args);
    };
  };
  const schema = makeExecutableSchema({
    typeDefs: withoutPersonalMarks(DEFINITIONS),
    resolvers: {
      Query: {
        countries: computed(async () => {
          const before = await count();
          await own.hold();
          return { before, after: await count() };
        }),
        echo: computed(({ text, number, id }) => JSON.stringify({ text, number, id })),
        fails: computed(async () => {
          await own.hold();
          throw new GraphQLError('never works');
        }),
        alumnus: computed(() => ({ name: 'Somebody' })),
        size: computed(({ of }) => 'x'.repeat(of as number)),
      },
      Mutation: { touch: computed(() => 1) },
    },
  });
  const schemas = { ...(await builtOnce()), schema, personal: personalMembers([DEFINITIONS]) };
  const verifyToken: TokenVerifier = async (id) => ({ id, roles: [] });
  const api = await startApi(graph, undefined, { responseCacheBytes: 10_000_000, verifyToken, ...more, schemas });
  return Object.assign(own, api);
}
