import type { RequestContext } from '../context.ts';

export const VIEWER_RESOLVERS = {
  Query: { viewer: (_: unknown, _args: unknown, { viewer }: RequestContext) => viewer },
};
