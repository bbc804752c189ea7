import { cursorScope } from '../../../domain/cursor.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import {
  type AlumniEventCriteria,
  countAlumniEvents,
  listAlumniEvents,
} from '../../../graph/alumni/list-alumni-events.ts';
import { countErasureRequests, listErasureRequests } from '../../../graph/alumni/list-erasure-requests.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { requireRole } from '../../require-role.ts';
import { requireItems } from '../require-items.ts';
import { alumniOf, requireOfficer } from './require-officer.ts';

interface Filter {
  readonly by?: string | null;
  readonly actions?: readonly Term<'AlumniAction'>[] | null;
  readonly subject?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** What was done with the data of alumni, the last first: for those who look after the office, not for the office. */
async function alumniEvents(
  _: unknown,
  { filter, ...page }: PageArguments & { readonly filter?: Filter | null },
  context: RequestContext,
) {
  requireRole(context, ['ADMIN']);
  const { graph } = alumniOf(context);
  requireItems({ ...filter }, 'filter.');
  const { signal } = context;
  const criteria = toCriteria(filter ?? {});
  return toConnection(page, {
    scope: cursorScope('alumniEvents', criteria),
    rows: (after, limit) =>
      listAlumniEvents(graph, criteria, { before: after ? String(after[0]) : null, limit }, signal),
    keyOf: ({ id }) => [id],
    edgeOf: (event) => ({ node: event }),
    count: () => countAlumniEvents(graph, criteria, signal),
  });
}

function toCriteria({ by, actions, subject, since, until }: Filter): AlumniEventCriteria {
  return {
    by: by ?? null,
    actions: actions ?? null,
    subjects: subject === null || subject === undefined ? null : [subject],
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  };
}

async function erasureRequests(_: unknown, page: PageArguments, context: RequestContext) {
  const { alumni } = requireOfficer(context);
  const { signal } = context;
  return toConnection(page, {
    scope: cursorScope('erasureRequests', null),
    rows: (after, limit) => listErasureRequests(alumni, { after: after ? String(after[0]) : '', limit }, signal),
    keyOf: ({ alumnus }) => [alumnus],
    edgeOf: (request) => ({ node: request }),
    count: () => countErasureRequests(alumni, signal),
  });
}

export const ALUMNI_EVENT_RESOLVERS = { Query: { alumniEvents, erasureRequests } };
