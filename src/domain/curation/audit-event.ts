import type { Term } from '../vocabulary.ts';

/** What somebody did to the graph, when and why. */
export interface AuditEvent {
  /** Later events have greater ids. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who, as their token says. */
  readonly by: string;
  readonly action: Term<'AuditAction'>;
  /** The decision that was taken, or taken back. */
  readonly decision: string;
  /** The record, relation or statement that it is about. */
  readonly subject: string;
  readonly reasoning: string | null;
  /** What was asked for, as JSON. */
  readonly detail: string;
}

/** After these a decision no longer holds. */
const UNDOING: ReadonlySet<string> = new Set<Term<'AuditAction'>>(['DECISION_UNDONE', 'ORGANISATIONS_SPLIT']);

/** Whether a decision holds, of which this was the last event. */
export function isInForce(last: AuditEvent | null): last is AuditEvent {
  return last !== null && !UNDOING.has(last.action);
}
