import { knownLanguage } from '../../../domain/known-language.ts';
import { suggestLanguage } from '../../../domain/suggest-language.ts';
import { shorten } from '../../values/shorten.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** The code of the language that the value comes to; undefined where it is empty, or none, which is a problem. */
export function readLanguage(
  mapping: RecordMapping,
  given: ValueMapping | undefined,
  place: Place,
): string | undefined {
  const text = readText(mapping, given, place, 'language');
  if (text === undefined) return undefined;
  const code = knownLanguage(text);
  if (code !== null) return code;
  const message = `language: expected the BCP 47 code of a language, like kk or ru; found "${shorten(text)}"${suggestLanguage(text)}`;
  mapping.problem(place.cells, 'unknown-code', message);
  return undefined;
}
