import { stableKey } from '../../../domain/identity.ts';
import type { Statement } from '../../../domain/statement.ts';

/** Stands for all records but those of curators: nobody else may state the fact any more. */
export const ANY_RECORD = '*';

/**
 * What is no longer stated. It is told by the record and the fact and not by the id of a statement, which holds the line
 * that it stood in: the next version of a file says the same in another line.
 */
export interface Retraction {
  /** The record that no longer supports the fact, or `ANY_RECORD`. */
  readonly recordId: string;
  /** The fact in the words of the source: where records were merged, that of the merged one. */
  readonly factId: string;
  /** `wordsKey` of the statement; null: whatever it says. */
  readonly words: string | null;
}

/** What tells several statements of one record on one fact apart, wherever in the source they stand. */
export function wordsKey({ aspect, text }: Pick<Statement, 'aspect' | 'text'>): string {
  return stableKey(aspect ?? '', text ?? '');
}
