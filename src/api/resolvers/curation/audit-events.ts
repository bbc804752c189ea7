import { cursorScope } from '../../../domain/cursor.ts';
import {
  type AuditEventCriteria,
  countAuditEvents,
  listAuditEvents,
} from '../../../graph/queries/curation/list-audit-events.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { requireItems } from '../require-items.ts';
import { requireCurator } from './require-curator.ts';

type Filter = Partial<Omit<AuditEventCriteria, 'since' | 'until'>> & {
  readonly since?: Date | null;
  readonly until?: Date | null;
};

/** What was done, the last first. All that is written down until now is of curation, which curators see as admins do. */
async function auditEvents(
  _: unknown,
  { filter, ...page }: PageArguments & { readonly filter?: Filter | null },
  context: RequestContext,
) {
  requireCurator(context);
  requireItems(filter ?? {}, 'filter.');
  const { graph, signal } = context;
  const criteria = toCriteria(filter ?? {});
  return toConnection(page, {
    scope: cursorScope('auditEvents', criteria),
    rows: (after, limit) =>
      listAuditEvents(graph, criteria, { before: after ? String(after[0]) : null, limit }, signal),
    keyOf: ({ id }) => [id],
    edgeOf: (event) => ({ node: event }),
    count: () => countAuditEvents(graph, criteria, signal),
  });
}

function toCriteria({ since, until, ...filter }: Filter): AuditEventCriteria {
  return {
    by: filter.by ?? null,
    actions: filter.actions ?? null,
    decision: filter.decision ?? null,
    subject: filter.subject ?? null,
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  };
}

export const AUDIT_EVENT_RESOLVERS = { Query: { auditEvents } };
