import type { Tally } from '../tally.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/**
 * The sectors or recipients that the transactions name, each from the first that names it. IATI has publishers give them
 * for the activity or for each transaction: where the activity has its own, those of the transactions are lost.
 */
export function elementsOfTransactions(
  activity: XmlElement,
  names: readonly string[],
  activityHasOwn: boolean,
  loss: Tally,
): XmlElement[] {
  const found = new Map<string, XmlElement>();
  for (const transaction of childrenOf(activity, 'transaction')) {
    for (const child of transaction.children) {
      if (!names.includes(child.name)) continue;
      if (activityHasOwn) loss.count('elements the model does not hold', `transaction/${child.name}`);
      else {
        const key = [child.name, attributeOf(child, 'vocabulary') ?? '1', attributeOf(child, 'code')].join(' ');
        if (!found.has(key)) found.set(key, child);
      }
    }
  }
  return [...found.values()];
}
