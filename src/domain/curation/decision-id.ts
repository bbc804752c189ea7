import { stableKey } from '../identity.ts';
import type { Statement } from '../statement.ts';

/** How the ids of all decisions begin, and with them those of the records that they write. */
export const DECISION = 'curation:';

export type DecisionKind = 'statement' | 'retraction' | 'arrangement' | 'name' | 'identifier' | 'merge';

/** The id of a decision: the same decision always has the same, so that one that is sent twice is taken once. */
export function decisionId(kind: DecisionKind, ...parts: readonly string[]): string {
  return `${DECISION}${kind}-${stableKey(...parts)}`;
}

/** All that a statement says, as parts of an id. */
export function wordsOf(statement: Statement): string[] {
  const { sourceId, locator, basis, text, aspect, speaker, reasoning } = statement;
  return [sourceId, locator, basis, text, aspect, speaker, reasoning].map((word) => word ?? '');
}
