import { countAlumni } from '../../../graph/alumni/find-alumni.ts';
import { readAlumniPage } from '../../../graph/alumni/read-alumni-page.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { type AlumniFilter, readAlumniFilter } from './alumni-filter.ts';
import { alumniScope } from './alumni-scope.ts';
import { requireOfficer } from './require-officer.ts';

interface Arguments extends PageArguments {
  readonly filter?: AlumniFilter | null;
}

/** Alumni in the order of their ids, which says nothing of them. */
async function alumni(_: unknown, { filter, ...page }: Arguments, context: RequestContext) {
  const { alumni: store } = requireOfficer(context);
  const { signal } = context;
  const criteria = await readAlumniFilter(filter, context);
  return toConnection(page, {
    scope: await alumniScope('alumni', criteria, store),
    rows: (key, limit) => readAlumniPage(store, criteria, { after: key && String(key[0]), limit }, signal),
    keyOf: ({ id }) => [id],
    edgeOf: (node) => ({ node }),
    count: () => countAlumni(store, criteria, signal),
  });
}

export const ALUMNI_LIST_RESOLVERS = { Query: { alumni } };
