const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 does not allow, not even escaped: control characters, lone surrogates, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const NOT_ALLOWED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text for use between tags. Characters that XML does not allow are left out. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_ALLOWED, '').replaceAll(/[&<>\r]/g, (found) => ESCAPES[found] as string);
}

/** The text for use in an attribute in double quotes: white space is kept as it is. */
export function xmlAttribute(text: string): string {
  return text.replaceAll(NOT_ALLOWED, '').replaceAll(/[&<>"\t\n\r]/g, (found) => ESCAPES[found] as string);
}
