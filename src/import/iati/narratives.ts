import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** A text in one language, with the line it stands on. */
export interface Narrative {
  readonly value: string;
  /** BCP 47, 'und' where the file does not say. */
  readonly language: string;
  readonly element: XmlElement;
}

/** The texts of an element that are not blank, white space collapsed, each in its own language or else the activity's. */
export function narrativesOf(element: XmlElement, activityLanguage: string): Narrative[] {
  return childrenOf(element, 'narrative')
    .map((narrative) => ({
      value: collapse(narrative.text),
      language: languageOf(narrative) ?? activityLanguage,
      element: narrative,
    }))
    .filter(({ value }) => value !== '');
}

/** English first, else the first one given; undefined where there is none. */
export function mainNarrative(narratives: readonly Narrative[]): Narrative | undefined {
  return narratives.find(({ language }) => /^en(-|$)/.test(language)) ?? narratives[0];
}

/** The language an element declares, in small letters; some publishers' tools write xml:lang under another prefix. */
export function languageOf(element: XmlElement): string | undefined {
  const other = Object.keys(element.attributes).find((name) => name.endsWith(':lang'));
  const language = (attributeOf(element, 'xml:lang') ?? (other && attributeOf(element, other)))?.toLowerCase();
  return language !== undefined && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(language) ? language : undefined;
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
