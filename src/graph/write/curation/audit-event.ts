import type { ManagedTransaction } from 'neo4j-driver';
import type { AuditEvent } from '../../../domain/curation/audit-event.ts';

/** What is written down of an event; its id and time are given to it then. */
export type NewAuditEvent = Omit<AuditEvent, 'id' | 'at'>;

/** The Cypher map of an event. */
export const AUDIT_EVENT =
  'event {.id, .by, .action, .decision, .subject, .reasoning, .detail, at: toString(event.at)}';

/**
 * Writes an event down, in the transaction of the change that it tells of. Nothing ever changes or removes one: they are
 * numbered without a gap, so that one that is missing shows. The graph must be locked.
 */
export async function appendAuditEvent(transaction: ManagedTransaction, event: NewAuditEvent): Promise<AuditEvent> {
  const { records } = await transaction.run<{ event: AuditEvent }>(
    `MATCH (state:GraphState {id: 'graph'})
     SET state.auditEvents = coalesce(state.auditEvents, 0) + 1
     CREATE (event:AuditEvent {id: 'event:' + right('00000000000' + toString(state.auditEvents), 12)})
     SET event += $event, event.at = datetime({timezone: 'Z'})
     RETURN ${AUDIT_EVENT} AS event`,
    { event },
  );
  const [written] = records.map((record) => record.get('event'));
  if (written === undefined) throw new Error('an audit event was to be written into a graph that is not locked');
  return written;
}

/** The last event of a decision; null where it was never taken. */
export async function lastEventOf(transaction: ManagedTransaction, decision: string): Promise<AuditEvent | null> {
  const { records } = await transaction.run<{ event: AuditEvent }>(
    `MATCH (event:AuditEvent {decision: $decision})
     WITH event ORDER BY event.id DESC LIMIT 1
     RETURN ${AUDIT_EVENT} AS event`,
    { decision },
  );
  return records[0]?.get('event') ?? null;
}

/** The last event that is about this record, relation or statement; null where there is none. */
export async function lastEventOn(transaction: ManagedTransaction, subject: string): Promise<AuditEvent | null> {
  const { records } = await transaction.run<{ event: AuditEvent }>(
    `MATCH (event:AuditEvent {subject: $subject})
     WITH event ORDER BY event.id DESC LIMIT 1
     RETURN ${AUDIT_EVENT} AS event`,
    { subject },
  );
  return records[0]?.get('event') ?? null;
}
