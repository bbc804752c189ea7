import type { Term } from './vocabulary.ts';

/** What this project understood of a source, in its own words, in support of one fact. */
export interface Statement {
  readonly sourceId: string;
  /** Where in the source: 'paragraph 7', 'line 120, participating-org'. */
  readonly locator: string;
  readonly basis: Term<'Basis'>;
  /** In our own words; absent where the locator says it all (a row of a data file). */
  readonly text?: string;
  /** Which side of the record it speaks of ('founded', 'plan', 'priority' …); absent: the record as a whole. */
  readonly aspect?: string;
  /** Who said it, when the source quotes somebody. */
  readonly speaker?: string;
  /** Why a person read it so; always there for CURATED. */
  readonly reasoning?: string;
  /** The named rule; always there for INFERRED. */
  readonly rule?: string;
}
