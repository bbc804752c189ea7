import { type GraphQLFieldResolver, type GraphQLObjectType, getNamedType } from 'graphql';
import type { RequestContext } from '../context.ts';

/** A root list of the generated half: its arguments and the client's selection, read in one statement. */
export const readGeneratedList: GraphQLFieldResolver<unknown, RequestContext> = (_, args, context, info) =>
  context.readGenerated(info.fieldName, args, getNamedType(info.returnType) as GraphQLObjectType, info, context.signal);
