import { Decimal } from 'decimal.js';
import type { Properties, PropertyValue } from '../../domain/fact.ts';
import { edgeId } from '../../domain/identity.ts';
import type { EdgeType } from '../../domain/model.ts';
import { readPercentage } from './read-percentage.ts';
import type { RecordMapping } from './record-mapping.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * A relation with the share of the activity that falls to it. Some publishers give the same recipient or sector in
 * several parts: their shares are added where that makes sense, and it is said.
 */
export function addShare(
  mapping: RecordMapping,
  type: EdgeType,
  from: string,
  to: string,
  properties: Properties,
  element: XmlElement,
  ...terms: string[]
): void {
  const percentage = readPercentage(mapping, element);
  const earlier = mapping.edge(type, from, to, { ...properties, percentage }, element, ...terms);
  if (earlier === undefined) return;
  const sum = sumOf(earlier.percentage, percentage);
  if (sum !== null) mapping.facts.amend(edgeId(type, from, to, ...terms), { percentage: sum });
  const outcome = sum === null ? 'the first share is kept' : `their shares are added to ${sum}`;
  mapping.problem(element, 'repeated', `${element.name} names ${to} more than once; ${outcome}`);
}

/** Null where one is missing, or where both together are more than the whole: then the second repeats the first. */
function sumOf(one: PropertyValue | undefined, other: string | null): string | null {
  if (typeof one !== 'string' || other === null) return null;
  const sum = new Decimal(one).plus(other);
  return sum.greaterThan(100) ? null : sum.toFixed();
}
