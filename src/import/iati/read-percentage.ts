import { normaliseDecimal } from '../values/normalise-decimal.ts';
import { shorten } from '../values/shorten.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

const PLAIN = /^\d+(\.\d+)?$/;

/** The percentage as published; null where there is none, or where it is no number from 0 to 100, which is a problem. */
export function readPercentage(mapping: RecordMapping, element: XmlElement): string | null {
  const text = attributeOf(element, 'percentage');
  if (text === undefined) return null;
  const normal = normaliseDecimal(text);
  if (normal !== null && Number(normal) >= 0 && Number(normal) <= 100) return PLAIN.test(text) ? text : normal;
  const expected = `${element.name}/@percentage: expected a number from 0 to 100`;
  mapping.problem(element, 'bad-value', `${expected}; found "${shorten(text)}"`);
  return null;
}
