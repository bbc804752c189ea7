import { type OrganisationMention, readOrganisation } from '../organisations/read-organisation.ts';
import { LONGEST } from '../values/longest.ts';
import { cutText } from '../values/shorten.ts';
import { CODELISTS } from './codelists.ts';
import { mainNarrative, type Narrative, narrativesOf } from './narratives.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/**
 * Which organisation the element refers to; it is added to the facts with its names and identifier. A channel category
 * is only told, for it is no organisation; null where the element names nobody.
 */
export function referToOrganisation(mapping: RecordMapping, element: XmlElement): OrganisationMention | null {
  const names = organisationNames(element, mapping.head.language);
  const given = mainNarrative(names)?.value ?? null;
  const ref = mapping.referenceIn(element, 'ref');
  const mention = readOrganisation(ref, given ?? undefined, mapping.head.reporter);
  if (mention === null || mention.form === 'category') return mention;

  const identifier = mention.form === 'reference' ? mention.identifier : undefined;
  const id = (identifier && mapping.ownerOf(identifier, 'Organisation')) ?? mention.id;
  const kind = CODELISTS.OrganisationType.get(attributeOf(element, 'type') ?? '') ?? 'OTHER';
  nameWhatHadOnlyACode(mapping, id, ref, given);
  mapping.reference('Organisation', id, { name: given ?? ref ?? null, kind, isPhantom: true }, element);
  for (const name of names) mapping.narrative(id, { ...name, element }, 'ALIAS', true);
  if (identifier !== undefined) mapping.identifier(id, identifier, element, true);
  return { ...mention, id };
}

/** Some publishers name an organisation in one place of a record and give its code alone in others. */
function nameWhatHadOnlyACode(
  { facts }: RecordMapping,
  id: string,
  ref: string | undefined,
  given: string | null,
): void {
  const properties = facts.find(id)?.properties;
  if (given !== null && properties?.isPhantom && properties.name === ref)
    facts.amend(id, { name: cutText(given, LONGEST.name) });
}

/** The names of an organisation. Some publishers write an official's name after a bar: it is not read. */
export function organisationNames(element: XmlElement, language: string): Narrative[] {
  return narrativesOf(element, language)
    .map((narrative) => ({ ...narrative, value: narrative.value.split('|')[0]?.trim() ?? '' }))
    .filter(({ value }) => value !== '');
}
