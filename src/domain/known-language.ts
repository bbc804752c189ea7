import { languageCode } from './language-code.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The BCP 47 code as it is usually written, where there is such a language: kz is well-formed, and none. Null otherwise. */
export function knownLanguage(text: string): string | null {
  const code = languageCode(text);
  if (code === null) return null;
  const [language = code] = code.split('-');
  return names.of(language) !== undefined || isListed(language) ? code : null;
}

/** Small languages have no English name here, but are known to be written and spoken somewhere. */
function isListed(language: string): boolean {
  return new Intl.Locale(language).maximize().toString() !== language;
}
