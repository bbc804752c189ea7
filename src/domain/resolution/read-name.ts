import { foldText } from '../fold-text.ts';
import { CONNECTING_WORDS } from './connecting-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { initialsOf } from './initials.ts';
import { spellOutCapitals, translatePhrases } from './known-phrases.ts';
import { COUNTRY_OF_LEGAL_FORM, LEGAL_FORMS, LEGAL_PHRASES } from './legal-forms.ts';
import type { OrganisationName } from './organisation-record.ts';
import { type SplitName, shortForm, splitName } from './split-name.ts';
import { wordForm } from './word-forms.ts';

/** A name as it is compared. */
export interface NameForm {
  /** As published. */
  readonly value: string;
  /** The whole of it, folded. */
  readonly folded: string;
  /** The words that tell it from others, in one spelling: without countries, legal forms and connecting words. */
  readonly words: readonly string[];
  /** Alpha-2 codes of the countries it names, each once, sorted. */
  readonly countries: readonly string[];
  /** True where the only country is a code behind the name, which says where it is registered: ACTED FR. */
  readonly isOfRegister: boolean;
  /** The country whose law has the legal form in the name; null where there is none. */
  readonly legalCountry: string | null;
  /** The same as one short form: «UN-OCHA» and «UNOCHA» are unocha. Null where it has several words. */
  readonly short: string | null;
  /** Short forms stated beside it. */
  readonly acronyms: readonly string[];
  /** Short forms that can be made of it. */
  readonly initials: readonly string[];
  readonly isPart: boolean;
  readonly isFormer: boolean;
}

/** A country code at the end, or INT for no country: «Concern Worldwide IRL», «ACTED FR». */
const CODE_AT_END = /^(.*?\p{L}.*?)[\s,-]+([A-Z]{2,3})$/u;

/** Co-operation, co-ordination. */
const SPLIT_PREFIX = /\bco (?=o(?:perat|rdinat))o/g;

/** Everything that one name field says: the name, and further names in it. */
export function readName({ value, kind }: OrganisationName, gazetteer: Gazetteer): NameForm[] {
  return splitName(value.normalize('NFC'), gazetteer).map((split) => ({
    ...readWords(split, gazetteer),
    value,
    isFormer: split.isFormer || kind === 'FORMER',
  }));
}

function readWords(split: SplitName, gazetteer: Gazetteer) {
  const { text, country } = takeCodeAtEnd(split.text, gazetteer);
  const folded = foldText(spellOutCapitals(text)).replaceAll(SPLIT_PREFIX, 'coo');
  const plain = LEGAL_PHRASES.reduce(
    (left, phrase) => left.replaceAll(phrase, ' '),
    translatePhrases(folded).replaceAll(/\be v\b/g, 'ev'),
  );
  const { rest, countries } = gazetteer.takeCountries(plain.replaceAll(/\s+/g, ' ').trim());
  const all = rest.split(' ').filter((word) => word !== '');
  // A single letter that comes first is none that connects: Y Care.
  const telling = all.filter(
    (word, at) => !CONNECTING_WORDS.has(word) || (at === 0 && word.length === 1 && all.length > 1),
  );
  const withoutForms = telling.filter((word) => !LEGAL_FORMS.has(word) && !LEGAL_FORMS.has(wordForm(word)));
  const words = (withoutForms.length > 0 ? withoutForms : telling).map(wordForm);
  return {
    folded: foldText(split.text),
    words,
    countries: [...new Set([...countries, ...country])].sort(),
    isOfRegister: countries.length === 0 && country.length > 0,
    legalCountry: all.map((word) => COUNTRY_OF_LEGAL_FORM.get(word)).find((found) => found !== undefined) ?? null,
    short: /\s/.test(text.trim()) ? null : shortForm(text),
    acronyms: split.acronyms,
    initials: [...new Set([...initialsOf(text), ...initialsOf(translatePhrases(folded))])],
    isPart: split.isPart,
  };
}

function takeCodeAtEnd(text: string, gazetteer: Gazetteer): { text: string; country: string[] } {
  const [, before = '', code = ''] = CODE_AT_END.exec(text) ?? [];
  if (code === 'INT') return { text: before, country: [] };
  // In capitals throughout, IN and DE are words.
  const isWord = CONNECTING_WORDS.has(code.toLowerCase()) && before.toUpperCase() === before;
  if (isWord) return { text, country: [] };
  const country = gazetteer.countryOfCode(code);
  return country === undefined ? { text, country: [] } : { text: before, country: [country] };
}
