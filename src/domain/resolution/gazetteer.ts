import { foldText } from '../fold-text.ts';
import { COUNTRY_WORDS } from './country-words.ts';

/** A country with everything that it is called. */
export interface NamedCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly alpha3?: string | null;
  readonly names: readonly string[];
}

/** Finds the countries that a folded text names. */
export interface Gazetteer {
  /** The text without the names of countries, and their alpha-2 codes in the order in which they stand. */
  takeCountries(folded: string): { readonly rest: string; readonly countries: readonly string[] };
  /** The country of an ISO code in capitals, of two letters or three; undefined where there is none. */
  countryOfCode(code: string): string | undefined;
}

const LONGEST_NAME = 8;

/** Abbreviations are read by their capitals only (`countryOfCode`): folded, «US» and «it» are words. */
const SHORTEST_NAME = 4;

/** Looks names up word by word, the longest that fits first, so that Papua New Guinea is not Guinea. */
export function createGazetteer(countries: readonly NamedCountry[]): Gazetteer {
  const codeOf = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const { code, alpha3, names } of countries) {
    codes.set(code, code);
    if (alpha3) codes.set(alpha3, code);
    for (const name of names.map(withoutArticle)) if (name.length >= SHORTEST_NAME) codeOf.set(name, code);
    for (const word of COUNTRY_WORDS[code]?.split(' ') ?? []) codeOf.set(word, code);
  }
  // In use for the United Kingdom, and reserved for it.
  if (codes.has('GB')) codes.set('UK', 'GB');
  return {
    takeCountries: (folded) => takeCountries(folded.split(' '), codeOf),
    countryOfCode: (code) => codes.get(code),
  };
}

function takeCountries(words: readonly string[], codeOf: ReadonlyMap<string, string>) {
  const rest: string[] = [];
  const countries: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestName(words, at, codeOf);
    if (found) countries.push(found.code);
    else rest.push(words[at] ?? '');
    at += found?.length ?? 1;
  }
  return { rest: rest.join(' '), countries };
}

function longestName(words: readonly string[], at: number, codeOf: ReadonlyMap<string, string>) {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length -= 1) {
    const code = codeOf.get(words.slice(at, at + length).join(' '));
    if (code !== undefined) return { code, length };
  }
  return undefined;
}

function withoutArticle(name: string): string {
  return foldText(name).replace(/^the /, '');
}
