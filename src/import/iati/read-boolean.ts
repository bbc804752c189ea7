import { attributeOf, type XmlElement } from './xml-element.ts';

const VALUES: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
]);

/** The attribute as XML Schema reads it; null where it is absent or neither true nor false. */
export function readBoolean(element: XmlElement, name: string): boolean | null {
  return VALUES.get(attributeOf(element, name) ?? '') ?? null;
}
