/** One element of an activity, with the line its start tag is on. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, as it stands. */
  readonly text: string;
  readonly line: number;
}

/** The attribute without the white space around it; undefined where it is absent or blank. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes[name]?.trim() || undefined;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
