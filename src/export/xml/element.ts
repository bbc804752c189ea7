import { xmlAttribute, xmlText } from './xml-text.ts';

/** By name; what is null or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element with its children as they stand, or with a text; children that are empty are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const open = `${name}${attributesOf(attributes)}`;
  const inner = children.filter((child) => child !== '');
  return inner.length === 0 ? `<${open}/>` : `<${open}>${inner.join('')}</${name}>`;
}

/** An element that holds a text. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributesOf(attributes)}>${xmlText(text)}</${name}>`;
}

/** The attributes, each with a space before it. */
export function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join('');
}
