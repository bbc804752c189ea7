import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { PersonalMembers } from './response-cache/personal-members.ts';
import { touchesPersonal } from './response-cache/touches-personal.ts';

/**
 * Tells of each question that could be answered with personal data, before it is, and refuses it by GET: what is asked
 * of persons would stand in an address, which browsers, proxies and logs keep.
 */
export function personalQuestionsPlugin<Context extends object>(
  personal: PersonalMembers,
  tell: () => void,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, request }) => {
        if (!touchesPersonal(schema as GraphQLSchema, document, personal)) return;
        tell();
        if (request.http?.method === 'GET') throw askByPost();
      },
    }),
  };
}

function askByPost(): GraphQLError {
  return new GraphQLError('What is asked of persons must not stand in an address: ask by POST.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 405, headers: new HeaderMap([['allow', 'POST']]) } },
  });
}
