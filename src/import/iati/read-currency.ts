import { shorten } from '../values/shorten.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/** The ISO 4217 code in an attribute; null where it is absent, or not three letters, which is a problem. */
export function readCurrency(mapping: RecordMapping, element: XmlElement, name: string): string | null {
  const text = attributeOf(element, name);
  if (text === undefined) return null;
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  mapping.problem(
    element,
    'bad-value',
    `${element.name}/@${name}: expected a currency like USD; found "${shorten(text)}"`,
  );
  return null;
}
