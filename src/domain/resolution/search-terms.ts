import { foldText } from '../fold-text.ts';
import { CONNECTING_WORDS } from './connecting-words.ts';
import { LEGAL_FORMS } from './legal-forms.ts';
import type { OrganisationProfile } from './organisation-profile.ts';
import type { OrganisationRecord } from './organisation-record.ts';
import { wordForm } from './word-forms.ts';
import { wordWeight } from './word-weight.ts';

/** What to ask an index of names and codes for, to find the organisations that may be this one. */
export interface SearchTerms {
  /** Folded words for each name, those that tell most first. */
  readonly names: readonly (readonly string[])[];
  /** Short forms, and those that could be made of its names: whole words of other names. */
  readonly acronyms: readonly string[];
  /** Codes in every way in which they are written. */
  readonly codes: readonly string[];
}

const MOST_WORDS = 6;
const MOST_NAMES = 20;
const SHORTEST_ACRONYM = 3;

export function searchTermsOf(record: OrganisationRecord, profile: OrganisationProfile): SearchTerms {
  const names = record.names.map(({ value }) => tellingWords(value)).filter((words) => words.length > 0);
  const made = profile.names.flatMap(({ initials, short }) => [...initials, ...(short === null ? [] : [short])]);
  return {
    names: [...new Map(names.map((words) => [words.join(' '), words])).values()].slice(0, MOST_NAMES),
    acronyms: [...new Set([...profile.acronyms, ...made])].filter(({ length }) => length >= SHORTEST_ACRONYM),
    codes: [...new Set(profile.identifiers.flatMap(({ key, shown }) => [shown, key, key.replace(/^XM-DAC-/, '')]))],
  };
}

function tellingWords(name: string): string[] {
  const words = foldText(name)
    .split(' ')
    .filter((word) => word.length > 1 && !CONNECTING_WORDS.has(word) && !LEGAL_FORMS.has(word));
  return [...new Set(words)]
    .sort((one, other) => wordWeight(wordForm(other)) - wordWeight(wordForm(one)) || other.length - one.length)
    .slice(0, MOST_WORDS);
}
