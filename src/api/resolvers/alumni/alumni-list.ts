import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { type AlumniFilter, readAlumniFilter } from './alumni-filter.ts';
import { alumniScope } from './alumni-scope.ts';
import { listAlumni } from './list-alumni.ts';
import { pagesOfAlumni } from './pages-of-alumni.ts';
import { requireOfficer } from './require-officer.ts';

interface Arguments extends PageArguments {
  readonly filter?: AlumniFilter | null;
}

/** Alumni in the order of their ids, which says nothing of them; those found only by a slip last. */
async function alumni(_: unknown, { filter, ...page }: Arguments, context: RequestContext) {
  const { alumni: store, viewer } = requireOfficer(context);
  const criteria = await readAlumniFilter(filter, context);
  const list = listAlumni(store, viewer.id);
  return toConnection(page, {
    scope: await alumniScope('alumni', criteria, store),
    ...pagesOfAlumni(store, criteria, context.signal),
    edgeOf: ({ alumnus }) => ({ node: () => list(alumnus) }),
  });
}

export const ALUMNI_LIST_RESOLVERS = { Query: { alumni } };
