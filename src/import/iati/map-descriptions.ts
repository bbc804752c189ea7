import type { Properties } from '../../domain/fact.ts';
import { mainNarrative, narrativesOf } from './narratives.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Longer descriptions are whole documents pasted in. */
const MAX_DESCRIPTION = 4_000;

/** IATI's types of description: one without a type is a general one, and so is any other for which there is no place. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['2', 'objectives'],
  ['3', 'targetGroups'],
]);

/** What the activity is about, what it is to achieve and for whom: one text each. Further ones and translations are lost. */
export function mapDescriptions(mapping: RecordMapping, activity: XmlElement): Properties {
  const texts: Record<string, string | null> = { description: null, objectives: null, targetGroups: null };
  const all = childrenOf(activity, 'description');
  for (const place of Object.keys(texts)) {
    const narratives = all
      .filter((element) => placeOf(element) === place)
      .flatMap((element) => narrativesOf(element, mapping.head.language));
    const main = mainNarrative(narratives);
    if (main === undefined) continue;
    texts[place] = mapping.cut(main.value, MAX_DESCRIPTION, main.element);
    const lost = narratives.length - 1;
    if (lost > 0) mapping.loss.count('elements the model does not hold', 'description (further texts)', lost);
  }
  return texts;
}

function placeOf(element: XmlElement): string {
  return PLACES.get(attributeOf(element, 'type') ?? '') ?? 'description';
}
