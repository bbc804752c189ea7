type Attributes = Readonly<Record<string, string>>;

/** An element on lines of its own, with what is in it already as XML. */
export function element(name: string, attributes: Attributes, children: readonly string[]): string {
  return `<${name}${attributesText(attributes)}>${children.join('')}</${name}>\n`;
}

export function empty(name: string, attributes: Attributes): string {
  return `<${name}${attributesText(attributes)}/>\n`;
}

/** Texts by their language, as IATI has them. */
export function narratives(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).map(([language, text]) =>
    element('narrative', { 'xml:lang': language }, [escapeXml(text)]),
  );
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
