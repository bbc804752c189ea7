import type { Properties } from '../../domain/fact.ts';
import { readCodeList } from '../codelists/read-code-list.ts';
import { ownCode, safeForId } from '../values/record-ids.ts';
import { shorten } from '../values/shorten.ts';
import { addShare } from './add-share.ts';
import { elementsOfTransactions } from './elements-of-transactions.ts';
import { mapGoal } from './map-goal.ts';
import { mainNarrative, narrativesOf } from './narratives.ts';
import type { RecordMapping } from './record-mapping.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** Sector vocabularies 7, 8 and 9 and tag vocabularies 2 and 3 name goals, targets and indicators of the SDGs. */
const GOAL_SECTORS: ReadonlySet<string> = new Set(['7', '8', '9']);
const GOAL_TAGS: ReadonlySet<string> = new Set(['2', '3']);

/** The code lists of the DAC: five digits and three, which cannot be confused. */
const DAC_VOCABULARIES: ReadonlySet<string> = new Set(['1', '2']);
const DAC_CODE = /^\d{3}(\d\d)?$/;

/** Code lists of the publisher: the same code means something else elsewhere. */
const OWN_VOCABULARIES: ReadonlySet<string> = new Set(['98', '99']);

/** What the activity is about: sectors, and goals by whichever of the two ways they are given. */
export function mapSectors(mapping: RecordMapping, activity: XmlElement): void {
  const own = childrenOf(activity, 'sector');
  const ofTransactions = elementsOfTransactions(activity, ['sector'], own.length > 0, mapping.loss);
  for (const element of [...own, ...ofTransactions]) {
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

function mapSector(mapping: RecordMapping, element: XmlElement, vocabulary: string): void {
  const code = mapping.referenceIn(element, 'code');
  const isOfDac = DAC_VOCABULARIES.has(vocabulary);
  if (isOfDac && !DAC_CODE.test(code ?? '')) mapping.leaveUnread(mapping.head.id, 'hasUnreadSectors');
  if (code === undefined) {
    mapping.problem(element, 'missing-value', 'sector/@code: expected the code of a sector; found none');
    return;
  }
  if (isOfDac && !DAC_CODE.test(code)) {
    const message = `sector/@code: expected three or five digits of the DAC's list; found "${shorten(code)}"; it is left out`;
    mapping.problem(element, 'unknown-code', message);
    return;
  }
  const name = mainNarrative(narrativesOf(element, mapping.head.language))?.value ?? code;
  const properties = { code, vocabulary, name, ...(isOfDac ? dacSector(mapping, element, code) : {}) };
  const id = mapping.reference('Sector', sectorId(mapping, vocabulary, code), properties, element);
  addShare(mapping, 'IN_SECTOR', mapping.head.id, id, { vocabulary }, element);
}

/** What the DAC's list says of the code. Withdrawn codes are kept and counted, with those that took their place. */
function dacSector(mapping: RecordMapping, element: XmlElement, code: string): Properties {
  const listed = readCodeList('dac-sectors').find(code);
  if (listed === undefined) {
    mapping.problem(element, 'unknown-code', `sector/@code: "${code}" is not on the DAC's list; it is kept`);
    return {};
  }
  if (listed.isWithdrawn) {
    const successors = (listed.more.successors ?? '').split(';').filter((each) => each !== '');
    const key = successors.length === 0 ? `${code}, no successor` : `${code}, now ${successors.join(' or ')}`;
    mapping.tallies.count('withdrawn codes, dac-sectors', key);
  }
  return { name: listed.name, isWithdrawn: listed.isWithdrawn };
}

function sectorId(mapping: RecordMapping, vocabulary: string, code: string): string {
  if (DAC_VOCABULARIES.has(vocabulary)) return `sector:${safeForId(code)}`;
  if (OWN_VOCABULARIES.has(vocabulary)) return `sector:${ownCode(mapping.head.reporter, vocabulary, code)}`;
  return `sector:${safeForId(`v${vocabulary}-${code}`)}`;
}
