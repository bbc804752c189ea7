import type { Term } from '../vocabulary.ts';

/** What was done with the data of alumni. It never holds a datum of a person: they are named by their ids. */
export interface AlumniEvent {
  /** `alumni-event:` and a number. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who did it, as their token says; for commands, who was named. */
  readonly by: string;
  readonly action: Term<'AlumniAction'>;
  /** The ids of those whom it is about. */
  readonly subjects: readonly string[];
  /** What for; null where nothing was to be said. */
  readonly purpose: string | null;
  /** Which contact, audience, counts …, as JSON. */
  readonly detail: string;
}
