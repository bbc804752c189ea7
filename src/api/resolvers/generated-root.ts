import { type GraphQLFieldResolver, type GraphQLObjectType, getNamedType } from 'graphql';
import type { RequestContext } from '../context.ts';

/**
 * A root list of the generated half: its arguments and the client's selection, read in one statement. In the order of
 * the ids where the client names none, so that `offset` neither repeats nor skips.
 */
export const readGeneratedList: GraphQLFieldResolver<unknown, RequestContext> = (_, args, context, info) => {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  return context.readGenerated.list({
    rootField: info.fieldName,
    args: { sort: [{ id: 'ASC' }], ...args },
    type,
    info,
    signal: context.signal,
  });
};
