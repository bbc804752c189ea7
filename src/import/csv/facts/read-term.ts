import { suggestClosest } from '../../../domain/suggest-closest.ts';
import { type Term, VOCABULARY, type Vocabulary } from '../../../domain/vocabulary.ts';
import { shorten } from '../../values/shorten.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** The term of the closed list that the value comes to; undefined where it is empty, or none, which is a problem. */
export function readTerm<List extends keyof Vocabulary>(
  mapping: RecordMapping,
  given: ValueMapping | undefined,
  list: List,
  place: Place,
  what: string,
): Term<List> | undefined {
  const text = readText(mapping, given, place, what);
  if (text === undefined) return undefined;
  const terms: readonly string[] = VOCABULARY[list];
  if (terms.includes(text)) return text as Term<List>;
  const message = `${what}: expected one of ${terms.join(', ')}; found "${shorten(text)}"${suggestClosest(text, terms)}`;
  mapping.problem(place.cells, 'unknown-code', message);
  return undefined;
}
