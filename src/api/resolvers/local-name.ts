import type { GraphQLFieldResolver } from 'graphql';
import type { LocalNames } from '../../graph/queries/find-local-names.ts';
import type { RequestContext } from '../context.ts';
import { defaultFieldResolver } from './field-default.ts';
import { idOf } from './record-id.ts';

/** A name kept on the record for quick display; where there is none, one of those that were given to it. */
function localName(language: keyof LocalNames): GraphQLFieldResolver<object, RequestContext> {
  return async (source, args, context, info) => {
    const own = defaultFieldResolver(source, args, context, info);
    if (own !== null && own !== undefined) return own;
    return (await context.loaders.localNames.load(idOf(source)))?.[language] ?? null;
  };
}

/** On every type of records, and on references to them. */
export const LOCAL_NAMES = { nameKk: localName('kk'), nameRu: localName('ru') };
