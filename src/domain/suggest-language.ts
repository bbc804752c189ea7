import { foldText } from './fold-text.ts';

/** Codes of countries that are taken for those of languages, and are the code of no other. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  cn: 'zh',
  cz: 'cs',
  jp: 'ja',
  kz: 'kk',
  tj: 'tg',
  ua: 'uk',
};

/** In which the names of languages are known. */
const NAMED_IN = ['en', 'ru', 'kk'];

/** `; did you mean "kk"?` for what was given instead of the code of a language: a country's, or a name. Empty where nothing is near. */
export function suggestLanguage(text: string): string {
  const name = foldText(text);
  const meant = BY_COUNTRY[name] ?? (name === '' ? undefined : codeOf(name));
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

function codeOf(name: string): string | undefined {
  const names = NAMED_IN.map((locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }));
  return twoLetterCodes().find((code) => names.some((each) => foldText(each.of(code) ?? '') === name));
}

function twoLetterCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((one) => letters.map((other) => one + other));
}
