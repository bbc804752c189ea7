import type { GraphQLFieldResolver } from 'graphql';
import type { RequestContext } from '../context.ts';
import { ID_ALIAS } from '../generated/translate-selection.ts';

/**
 * Fields nobody resolves otherwise. The generated half answers by response key (the alias, where the client gave one);
 * rows of our own questions are read by the field's name.
 */
export const defaultFieldResolver: GraphQLFieldResolver<unknown, RequestContext> = (source, _args, _context, info) => {
  if (typeof source !== 'object' || source === null) return undefined;
  const record = source as Record<string, unknown>;
  const [field] = info.fieldNodes;
  const key = ID_ALIAS in record ? (field?.alias?.value ?? info.fieldName) : info.fieldName;
  const value = record[key];
  return typeof value === 'function' ? value() : value;
};

/** A relation that is single in the public schema and a list of at most one in the generated half. */
export const firstOfList: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  const value = defaultFieldResolver(source, args, context, info);
  return Array.isArray(value) ? (value[0] ?? null) : value;
};
