import type { ActivityMapping } from './activity-mapping.ts';
import { addShare } from './add-share.ts';
import { ownCode, safeForId } from './iati-ids.ts';
import { mainNarrative, narrativesOf } from './narratives.ts';
import { shorten } from './shorten.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Where the activity is for: countries as beneficiaries, which is how IATI defines a recipient, and regions. */
export function mapRecipients(mapping: ActivityMapping, activity: XmlElement): void {
  for (const element of childrenOf(activity, 'recipient-country')) mapCountry(mapping, element);
  for (const element of childrenOf(activity, 'recipient-region')) mapRegion(mapping, element);
}

function mapCountry(mapping: ActivityMapping, element: XmlElement): void {
  const found = attributeOf(element, 'code');
  const code = found?.toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/.test(code)) {
    const message = `recipient-country/@code: expected two letters like KZ; found ${found === undefined ? 'none' : `"${shorten(found)}"`}`;
    mapping.problem(element, found === undefined ? 'missing-value' : 'unknown-code', message);
    return;
  }
  const id = mapping.reference('Country', `country:${code}`, { code, name: nameOf(mapping, element) ?? code }, element);
  addShare(mapping, 'PARTICIPATES_IN', id, mapping.head.id, { role: 'BENEFICIARY' }, element, 'BENEFICIARY');
}

function mapRegion(mapping: ActivityMapping, element: XmlElement): void {
  const code = mapping.referenceIn(element, 'code');
  if (code === undefined) {
    mapping.problem(element, 'missing-value', 'recipient-region/@code: expected the code of a region; found none');
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

function regionId(mapping: ActivityMapping, element: XmlElement, code: string): string {
  const vocabulary = mapping.referenceIn(element, 'vocabulary') ?? '1';
  if (vocabulary === '1')
    return mapping.ownerOf({ scheme: 'DAC_REGION', value: code }, 'Region') ?? `region:dac-${safeForId(code)}`;
  if (vocabulary === '2')
    return mapping.ownerOf({ scheme: 'UN_M49', value: code }, 'Region') ?? `region:m49-${safeForId(code)}`;
  // The publisher's own regions: the same code means another region elsewhere.
  return `region:${ownCode(mapping.head.reporter, vocabulary, code)}`;
}

function nameOf(mapping: ActivityMapping, element: XmlElement): string | undefined {
  return mainNarrative(narrativesOf(element, mapping.head.language))?.value;
}
