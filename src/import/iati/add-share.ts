import type { Properties } from '../../domain/fact.ts';
import { edgeId } from '../../domain/identity.ts';
import type { EdgeType } from '../../domain/model.ts';
import { sumOfShares } from '../values/sum-of-shares.ts';
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
  const sum = sumOfShares(earlier.percentage, percentage);
  if (sum !== null) mapping.facts.amend(edgeId(type, from, to, ...terms), { percentage: sum });
  const outcome = sum === null ? 'the first share is kept' : `their shares are added to ${sum}`;
  mapping.problem(element, 'repeated', `${element.name} names ${to} more than once; ${outcome}`);
}
