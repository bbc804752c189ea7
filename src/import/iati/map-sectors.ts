import type { ActivityMapping } from './activity-mapping.ts';
import { addShare } from './add-share.ts';
import { ownCode, safeForId } from './iati-ids.ts';
import { mapGoal } from './map-goal.ts';
import { mainNarrative, narrativesOf } from './narratives.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** Sector vocabularies 7, 8 and 9 and tag vocabularies 2 and 3 name goals, targets and indicators of the SDGs. */
const GOAL_SECTORS: ReadonlySet<string> = new Set(['7', '8', '9']);
const GOAL_TAGS: ReadonlySet<string> = new Set(['2', '3']);

/** The code lists of the DAC: five digits and three, which cannot be confused. */
const DAC_VOCABULARIES: ReadonlySet<string> = new Set(['1', '2']);

/** Code lists of the publisher: the same code means something else elsewhere. */
const OWN_VOCABULARIES: ReadonlySet<string> = new Set(['98', '99']);

/** What the activity is about: sectors, and goals by whichever of the two ways they are given. */
export function mapSectors(mapping: ActivityMapping, activity: XmlElement): void {
  for (const element of childrenOf(activity, 'sector')) {
    const vocabulary = mapping.referenceIn(element, 'vocabulary') ?? '1';
    if (GOAL_SECTORS.has(vocabulary)) mapGoal(mapping, element);
    else mapSector(mapping, element, vocabulary);
  }
  for (const element of childrenOf(activity, 'tag')) {
    const vocabulary = mapping.referenceIn(element, 'vocabulary') ?? 'not stated';
    if (GOAL_TAGS.has(vocabulary)) mapGoal(mapping, element);
    else mapping.loss.count('elements the model does not hold', `tag (vocabulary ${vocabulary})`);
  }
}

function mapSector(mapping: ActivityMapping, element: XmlElement, vocabulary: string): void {
  const code = mapping.referenceIn(element, 'code');
  if (code === undefined) {
    mapping.problem(element, 'missing-value', 'sector/@code: expected the code of a sector; found none');
    return;
  }
  const name = mainNarrative(narrativesOf(element, mapping.head.language))?.value ?? code;
  const id = mapping.reference('Sector', sectorId(mapping, vocabulary, code), { code, vocabulary, name }, element);
  addShare(mapping, 'IN_SECTOR', mapping.head.id, id, { vocabulary }, element);
}

function sectorId(mapping: ActivityMapping, vocabulary: string, code: string): string {
  if (DAC_VOCABULARIES.has(vocabulary)) return `sector:${safeForId(code)}`;
  if (OWN_VOCABULARIES.has(vocabulary)) return `sector:${ownCode(mapping.head.reporter, vocabulary, code)}`;
  return `sector:${safeForId(`v${vocabulary}-${code}`)}`;
}
