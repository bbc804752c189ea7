import type { XmlElement } from '../xml-element.ts';

/** Elements that version 1 repeats for each language, told apart from others by this attribute. */
const REPEATED: ReadonlyMap<string, string> = new Map([
  ['participating-org', 'ref'],
  ['recipient-country', 'code'],
  ['recipient-region', 'code'],
  ['reporting-org', 'ref'],
  ['sector', 'code'],
]);

/**
 * Makes one element, with a narrative for each language, of those that only differ in their language: read one by one,
 * their percentages would be added. Where nothing but a name tells what is meant, two names may be two things.
 */
export function joinLanguages(children: readonly XmlElement[]): XmlElement[] {
  const joined: XmlElement[] = [];
  const places = new Map<string, number>();
  for (const child of children) {
    const key = keyOf(child);
    const place = key === null ? undefined : places.get(key);
    const earlier = place === undefined ? undefined : joined[place];
    if (place !== undefined && earlier !== undefined && isAnotherLanguage(child, earlier)) {
      joined[place] = { ...earlier, children: [...earlier.children, ...child.children] };
    } else {
      if (key !== null) places.set(key, joined.length);
      joined.push(child);
    }
  }
  return joined;
}

/** Null for an element that is never repeated for languages. */
function keyOf({ name, attributes }: XmlElement): string | null {
  const own = REPEATED.get(name);
  if (own === undefined || !attributes[own]?.trim()) return null;
  const others = Object.entries(attributes).filter(([attribute]) => !attribute.endsWith(':lang'));
  return JSON.stringify([name, ...others.sort(([one], [other]) => (one < other ? -1 : 1))]);
}

function isAnotherLanguage(child: XmlElement, earlier: XmlElement): boolean {
  const language = languageIn(child);
  return language !== undefined && !earlier.children.some((each) => languageIn(each) === language);
}

function languageIn({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes)
    .find(([name]) => name.endsWith(':lang'))?.[1]
    .trim()
    .toLowerCase();
}
