import { readCodeList } from '../codelists/read-code-list.ts';
import { ownCode, safeForId } from '../values/record-ids.ts';
import { shorten } from '../values/shorten.ts';
import { addShare } from './add-share.ts';
import { elementsOfTransactions } from './elements-of-transactions.ts';
import { mainNarrative, narrativesOf } from './narratives.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

const RECIPIENTS = ['recipient-country', 'recipient-region'];

/** Where the activity is for: countries as beneficiaries, which is how IATI defines a recipient, and regions. */
export function mapRecipients(mapping: RecordMapping, activity: XmlElement): void {
  const own = activity.children.filter(({ name }) => RECIPIENTS.includes(name));
  const ofTransactions = elementsOfTransactions(activity, RECIPIENTS, own.length > 0, mapping.loss);
  for (const element of [...own, ...ofTransactions]) {
    if (element.name === 'recipient-country') mapCountry(mapping, element);
    else mapRegion(mapping, element);
  }
}

function mapCountry(mapping: RecordMapping, element: XmlElement): void {
  const found = attributeOf(element, 'code');
  const code = found?.toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/.test(code)) {
    const message = `recipient-country/@code: expected two letters like KZ; found ${found === undefined ? 'none' : `"${shorten(found)}"`}`;
    mapping.problem(element, found === undefined ? 'missing-value' : 'unknown-code', message);
    mapping.leaveUnread(mapping.head.id, 'hasUnreadRecipients');
    return;
  }
  const listed = readCodeList('countries').find(code)?.name;
  if (listed === undefined) {
    const message = `recipient-country/@code: expected a country of ISO 3166-1; found "${code}"; it is kept`;
    mapping.problem(element, 'unknown-code', message);
  }
  const name = nameOf(mapping, element) ?? listed ?? code;
  const id = mapping.reference('Country', `country:${code}`, { code, name }, element);
  addShare(mapping, 'PARTICIPATES_IN', id, mapping.head.id, { role: 'BENEFICIARY' }, element, 'BENEFICIARY');
}

function mapRegion(mapping: RecordMapping, element: XmlElement): void {
  const code = mapping.referenceIn(element, 'code');
  if (code === undefined) {
    mapping.problem(element, 'missing-value', 'recipient-region/@code: expected the code of a region; found none');
    mapping.leaveUnread(mapping.head.id, 'hasUnreadRecipients');
    return;
  }
  const id = mapping.reference(
    'Region',
    regionId(mapping, element, code),
    { code, name: nameOf(mapping, element) ?? code },
    element,
  );
  addShare(mapping, 'IN_REGION', mapping.head.id, id, {}, element);
}

function regionId(mapping: RecordMapping, element: XmlElement, code: string): string {
  const vocabulary = mapping.referenceIn(element, 'vocabulary') ?? '1';
  if (vocabulary === '1')
    return mapping.ownerOf({ scheme: 'DAC_REGION', value: code }, 'Region') ?? `region:dac-${safeForId(code)}`;
  if (vocabulary === '2')
    return mapping.ownerOf({ scheme: 'UN_M49', value: code }, 'Region') ?? `region:m49-${safeForId(code)}`;
  // The publisher's own regions: the same code means another region elsewhere.
  return `region:${ownCode(mapping.head.reporter, vocabulary, code)}`;
}

function nameOf(mapping: RecordMapping, element: XmlElement): string | undefined {
  return mainNarrative(narrativesOf(element, mapping.head.language))?.value;
}
