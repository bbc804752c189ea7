import type { OrganisationProfile } from './organisation-profile.ts';
import type { NameForm } from './read-name.ts';
import { wordWeight } from './word-weight.ts';

/** As many words of a name are used, those that tell most first. */
const MOST_WORDS = 5;
/** A slip after so many letters does no harm. */
const PREFIX = 4;
/** A proper word alone is a key of its own, so more of it is taken. */
const LONG_PREFIX = 6;

/**
 * Keys that two records of one organisation are likely to share: its codes, its short forms, the beginnings of any two of
 * its words that tell most, and those of its proper words. Records that share none are never compared.
 */
export function blockingKeys({ names, acronyms, identifiers }: OrganisationProfile): Set<string> {
  return new Set([
    ...identifiers.map(({ key }) => `code ${key}`),
    ...[...acronyms].map((acronym) => `short ${acronym}`),
    ...names.flatMap(({ initials }) => initials.filter(({ length }) => length > 2).map((made) => `short ${made}`)),
    ...names.flatMap(keysOfName),
  ]);
}

function keysOfName({ words, short, folded }: NameForm): string[] {
  const telling = [...new Set(words)]
    .sort((one, other) => wordWeight(other) - wordWeight(one) || other.length - one.length || (one < other ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, PREFIX))
    .sort();
  const pairs = telling.flatMap((one, at) => telling.slice(at + 1).map((other) => `words ${one} ${other}`));
  const proper = words.filter((word) => wordWeight(word) === 1).map((word) => `word ${word.slice(0, LONG_PREFIX)}`);
  return [
    `text ${folded}`,
    `joined ${words.join('')}`,
    ...[...words, ...(short === null ? [] : [short])].map((word) => `short ${word}`),
    ...pairs,
    ...proper,
  ];
}
