import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { PersonalMembers } from './personal-members.ts';
import { touchesPersonal } from './touches-personal.ts';

/** Nobody may store the answer. What is not said to be storable is not. */
export const NO_STORE = 'no-store';

/** Answers may be stored, but are not used again without asking whether they still hold. */
const FOR_ANYBODY = 'public, no-cache';
const FOR_THE_CALLER = 'private, no-cache';

/** Lets nothing of these routes be stored unless `cachePolicyPlugin` allows it, and says what answers depend on. */
export function forbidStoring(routes: FastifyInstance): void {
  routes.addHook('onRequest', (_request, reply, done) => {
    const vary = reply.getHeader('vary');
    reply.header('cache-control', NO_STORE);
    reply.header('vary', vary === undefined ? DEPENDS_ON : `${vary}, ${DEPENDS_ON}`);
    done();
  });
}

const DEPENDS_ON = 'Accept, Authorization';

/** Allows whole answers to queries to be stored, without an error and without personal data. */
export function cachePolicyPlugin<Context extends object>(personal: PersonalMembers): ApolloServerPlugin<Context> {
  // Apollo keeps the documents of questions that are asked often: what one touches is looked up once.
  const known = new WeakMap<DocumentNode, boolean>();
  const isPersonal = (schema: GraphQLSchema, document: DocumentNode) => {
    const found = known.get(document) ?? touchesPersonal(schema, document, personal);
    known.set(document, found);
    return found;
  };
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, schema, document, operation, response: { body, http } }) => {
        if (body.kind !== 'single' || body.singleResult.errors || !body.singleResult.data) return;
        if (!document || operation?.operation !== 'query' || isPersonal(schema, document)) return;
        const isSignedIn = request.http?.headers.has('authorization') === true;
        http.headers.set('cache-control', isSignedIn ? FOR_THE_CALLER : FOR_ANYBODY);
      },
    }),
  };
}
