import type { ActivityMapping } from './activity-mapping.ts';
import { CHANNEL_CATEGORIES } from './channel-categories.ts';
import { CODELISTS } from './codelists.ts';
import { mainNarrative, type Narrative, narrativesOf } from './narratives.ts';
import { type OrganisationMention, readOrganisation } from './read-organisation.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

export interface ReferredOrganisation {
  readonly form: OrganisationMention['form'];
  /** The organisation, or the channel category. */
  readonly id: string;
  /** The name as given, the category's own where none is. */
  readonly name: string | null;
}

/** Adds what the element refers to, with its names and identifier, to the facts; null where it names nobody. */
export function referToOrganisation(mapping: ActivityMapping, element: XmlElement): ReferredOrganisation | null {
  const names = organisationNames(element, mapping.head.language);
  const given = mainNarrative(names)?.value ?? null;
  const ref = mapping.referenceIn(element, 'ref');
  const mention = readOrganisation(ref, given ?? undefined, mapping.head.reporter);
  if (mention === null) return null;
  if (mention.form === 'category') return referToCategory(mapping, mention.code, element, given);

  const identifier = mention.form === 'reference' ? mention.identifier : undefined;
  const id = (identifier && mapping.ownerOf(identifier, 'Organisation')) ?? mention.id;
  const kind = CODELISTS.OrganisationType.get(attributeOf(element, 'type') ?? '') ?? 'OTHER';
  mapping.reference('Organisation', id, { name: given ?? ref ?? null, kind, isPhantom: true }, element);
  for (const name of names) mapping.name(id, { ...name, element }, 'ALIAS', true);
  if (identifier !== undefined) mapping.identifier(id, identifier.scheme, identifier.value, element, true);
  return { form: mention.form, id, name: given };
}

/** The names of an organisation. Some publishers write an official's name after a bar: it is not read. */
export function organisationNames(element: XmlElement, language: string): Narrative[] {
  return narrativesOf(element, language)
    .map((narrative) => ({ ...narrative, value: narrative.value.split('|')[0]?.trim() ?? '' }))
    .filter(({ value }) => value !== '');
}

function referToCategory(
  mapping: ActivityMapping,
  code: string,
  element: XmlElement,
  given: string | null,
): ReferredOrganisation {
  const name = CHANNEL_CATEGORIES.get(code) ?? code;
  const id = mapping.reference('ChannelCategory', `channel:${code}`, { code, name }, element);
  return { form: 'category', id, name: given ?? name };
}
