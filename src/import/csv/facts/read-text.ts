import { shorten } from '../../values/shorten.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import { readValue } from '../values/read-value.ts';
import { withoutAddresses } from '../values/without-personal.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/**
 * What the value comes to; undefined where it is empty, or not among its codes, which is a problem. White space is
 * collapsed; e-mail addresses are taken out and counted.
 */
export function readText(
  mapping: RecordMapping,
  given: ValueMapping | undefined,
  place: Place,
  what: string,
): string | undefined {
  if (given === undefined) return undefined;
  const read = readValue(given, place.cells);
  if ('unknown' in read) {
    const expected = read.expected.map((code) => `"${code}"`).join(', ');
    mapping.problem(
      place.cells,
      'unknown-code',
      `${what}: expected one of ${expected}; found "${shorten(read.unknown)}"`,
    );
    return undefined;
  }
  if (read.text === undefined) return undefined;
  const text = withoutAddresses(read.text);
  if (text !== read.text) mapping.loss.count('dropped for privacy', `e-mail addresses in ${what}`);
  const tidy = text.replaceAll(/\s+/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}
