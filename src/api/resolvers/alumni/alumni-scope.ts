import { blind } from '../../../domain/alumni/seal.ts';
import { type CursorScope, cursorScope } from '../../../domain/cursor.ts';
import type { AlumniCriteria } from '../../../graph/alumni/alumni-criteria.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';

/** The scope of a list of alumni. What was typed is in no cursor, not even as a digest that others could compute: it may be a name. */
export async function alumniScope(
  question: string,
  { drawers, consent, text }: AlumniCriteria,
  { keys }: AlumniStore,
  more: readonly unknown[] = [],
): Promise<CursorScope> {
  const terms = consent && [consent.field, consent.audience, consent.purpose];
  const typed = text === null ? null : blind(`text ${text}`, await keys.indexKey());
  return cursorScope(question, [drawers, terms, typed, ...more]);
}
