import { type Term, VOCABULARY } from '../vocabulary.ts';
import type { AlumniEvent } from './alumni-event.ts';

/**
 * What somebody did with the record of the alumnus who reads it. It says nothing of anybody else: not even its number,
 * which would tell how much was done with others in between.
 */
export interface OwnEvent {
  readonly at: string;
  /** The alumnus themselves, by the id of their record, or who works with alumni; `alumnus` for another one. */
  readonly by: string;
  readonly action: Term<'AlumniAction'>;
  readonly purpose: string | null;
  readonly field: Term<'ContactField'> | null;
  readonly audience: Term<'ConsentAudience'> | null;
  readonly reason: string | null;
}

/** What is about two records tells one alumnus that there is the other, unless both are theirs. */
const OF_TWO: readonly Term<'AlumniAction'>[] = ['RECORDS_MERGED', 'RECORDS_SPLIT', 'DUPLICATE_DISMISSED'];

/**
 * The event as the alumnus sees it whose records these are; null where they may not. Of one about others as well (an
 * import, a list, what was done while records were merged) they see that they were in it and what it was for, never who else was or what was written of it.
 */
export function toOwnEvent(event: AlumniEvent, own: readonly string[]): OwnEvent | null {
  const { at, action, purpose } = event;
  const isTheirsAlone = event.subjects.every((subject) => own.includes(subject));
  if (!isTheirsAlone && OF_TWO.includes(action)) return null;
  const { field, audience, reason } = isTheirsAlone ? detailOf(event) : {};
  const isTerm = purpose !== null && (VOCABULARY.ConsentPurpose as readonly string[]).includes(purpose);
  const isOfOther = event.subjects.includes(event.by) && !own.includes(event.by);
  return {
    at,
    by: isOfOther ? 'alumnus' : event.by,
    action,
    purpose: isTheirsAlone || isTerm ? purpose : null,
    field: VOCABULARY.ContactField.find((term) => term === field) ?? null,
    audience: VOCABULARY.ConsentAudience.find((term) => term === audience) ?? null,
    reason: typeof reason === 'string' ? reason : null,
  };
}

function detailOf({ detail }: AlumniEvent): { field?: unknown; audience?: unknown; reason?: unknown } {
  const parsed: unknown = JSON.parse(detail);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}
