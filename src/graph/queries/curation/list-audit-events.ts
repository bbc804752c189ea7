import type { AuditEvent } from '../../../domain/curation/audit-event.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';

export interface AuditEventCriteria {
  readonly by: string | null;
  readonly actions: readonly Term<'AuditAction'>[] | null;
  readonly decision: string | null;
  readonly subject: string | null;
  /** ISO 8601. */
  readonly since: string | null;
  /** ISO 8601. */
  readonly until: string | null;
}

/** What can be looked up by an index comes first; only what is asked for stands in the statement. */
const CONDITIONS: Readonly<Record<keyof AuditEventCriteria, string>> = {
  decision: 'event.decision = $decision',
  subject: 'event.subject = $subject',
  by: 'event.by = $by',
  actions: 'event.action IN $actions',
  since: 'event.at >= datetime($since)',
  until: 'event.at < datetime($until)',
};

/** Events before the one with the id `before`, the last first. Without a decision or subject all of them are looked through. */
export async function listAuditEvents(
  graph: Graph,
  criteria: AuditEventCriteria,
  { before, limit }: { readonly before: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<AuditEvent[]> {
  const match = matching(criteria, ...(before === null ? [] : ['event.id < $before']));
  const cypher = `${match}
    WITH event ORDER BY event.id DESC LIMIT $limit
    RETURN event {.id, .by, .action, .decision, .subject, .reasoning, .detail, at: toString(event.at)} AS event
    ORDER BY event.id DESC`;
  const rows = await graph.read<{ event: AuditEvent }>(cypher, { ...criteria, before, limit }, signal);
  return rows.map(({ event }) => event);
}

export async function countAuditEvents(
  graph: Graph,
  criteria: AuditEventCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const cypher = `${matching(criteria)} RETURN count(event) AS count`;
  const [row] = await graph.read<{ count: number }>(cypher, { ...criteria }, signal);
  return row?.count ?? 0;
}

function matching(criteria: AuditEventCriteria, ...more: readonly string[]): string {
  const names = Object.keys(CONDITIONS) as (keyof AuditEventCriteria)[];
  const conditions = [...names.filter((name) => criteria[name] !== null).map((name) => CONDITIONS[name]), ...more];
  return ['MATCH (event:AuditEvent)', ...(conditions.length === 0 ? [] : ['WHERE', conditions.join(' AND ')])].join(
    ' ',
  );
}
