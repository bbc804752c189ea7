import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniEvent } from '../../domain/alumni/alumni-event.ts';

/** What is written down of an event; its id and time are given to it then. */
export type NewAlumniEvent = Omit<AlumniEvent, 'id' | 'at'> & {
  /** Equal for what is written down once only, such as once a day. */
  readonly once?: string;
};

/**
 * Writes an event down, in the transaction of what it tells of. Nothing ever changes or removes one; they are numbered
 * without a gap, apart from those of curation, whose readers would learn from a gap that something was done to somebody.
 * The alumni must be locked.
 */
export async function appendAlumniEvent(transaction: ManagedTransaction, event: NewAlumniEvent): Promise<AlumniEvent> {
  const { records } = await transaction.run<{ event: AlumniEvent }>(
    `MATCH (state:AlumniState {id: 'alumni'})
     SET state.events = state.events + 1
     CREATE (event:AlumniEvent {id: 'alumni-event:' + right('00000000000' + toString(state.events), 12)})
     SET event += $event, event.at = datetime({timezone: 'Z'})
     RETURN event {.id, .by, .action, .subjects, .purpose, .detail, at: toString(event.at)} AS event`,
    { event },
  );
  const [written] = records.map((record) => record.get('event'));
  if (written === undefined) throw new Error('an event of alumni was to be written down without their lock');
  return written;
}
