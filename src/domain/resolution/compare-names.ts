import { distance } from 'fastest-levenshtein';
import { alignWords } from './align-words.ts';
import type { OrganisationProfile } from './organisation-profile.ts';
import type { NameForm } from './read-name.ts';
import { type Reason, type ReasonKind, reason } from './reason.ts';
import { wordWeight } from './word-weight.ts';

/** A name of one organisation, with all the short forms of that organisation. */
export interface NamedBy {
  readonly name: NameForm;
  readonly of: OrganisationProfile;
}

/** The share of words, by weight, from which two names are worth a look. */
const MOST = 0.66;
/** The same where none of the shared words is a proper one. */
const MOST_OF_COMMON = 0.8;
/** So many words for each one with a slip. */
const WORDS_PER_SLIP = 3;

/** What two names say, without their countries, by what speaks most for it; null where they have little in common. */
export function compareNames(one: NamedBy, other: NamedBy): Reason | null {
  const found = [compareWholes(one, other), compareAcronyms(one, other), compareAcronyms(other, one)];
  return found.reduce((best, each) => ((each?.points ?? 0) > (best?.points ?? 0) ? each : best), null);
}

function compareWholes(one: NamedBy, other: NamedBy): Reason | null {
  if (isAcronymOf(one, other) || isAcronymOf(other, one)) return null;
  const shown = `“${one.name.value}” and “${other.name.value}”`;
  if (one.name.folded === other.name.folded && one.name.folded !== '')
    return reason('SAME_NAME', `The same name: ${shown}.`);
  if (isJoined(one.name, other.name)) return reason('SAME_WORDS', `The same words: ${shown}.`);
  if (isCutOff(one.name.folded, other.name.folded) || isCutOff(other.name.folded, one.name.folded))
    return reason('CUT_OFF', `One is cut off within a word: ${shown}.`);
  return compareWords(one, other, shown);
}

/** Shorter beginnings are names of their own. */
const SHORTEST_CUT = 24;

function isCutOff(text: string, whole: string): boolean {
  return text.length >= SHORTEST_CUT && whole.startsWith(text) && /[^ ]/.test(whole.charAt(text.length));
}

/** A short form that one organisation has for its whole name is weaker than a name. */
function isAcronymOf({ name: { short, words: own } }: NamedBy, { of }: NamedBy): boolean {
  return short !== null && own.length === 1 && of.acronyms.has(short) && of.names.some(({ words }) => words.length > 1);
}

/** Action Aid and ActionAid. */
function isJoined({ words: one }: NameForm, { words: other }: NameForm): boolean {
  return one.length > 0 && one.join('') === other.join('');
}

function compareWords(one: NamedBy, other: NamedBy, shown: string): Reason | null {
  const { common, slips, onlyFirst, onlySecond } = alignWords(one.name.words, other.name.words);
  if (common.length === 0) return null;
  // A word that is the acronym of the other organisation adds nothing to its name.
  const moreOne = onlyFirst.filter((word) => !other.of.acronyms.has(word));
  const moreOther = onlySecond.filter((word) => !one.of.acronyms.has(word));
  if (moreOne.length === 0 && moreOther.length === 0) {
    if (slips.length === 0) return reason('SAME_WORDS', `The same words: ${shown}.`);
    const isFew = common.length < WORDS_PER_SLIP * slips.length;
    const text = `The same words but for the spelling of ${quoted(slips)}: ${shown}.`;
    return reason(isFew ? 'SLIPS_IN_FEW_WORDS' : 'SAME_WORDS_WITH_SLIPS', text);
  }
  if (isUnitedNations([...moreOne, ...moreOther]) && slips.length === 0 && common.length > 2)
    return reason('SAME_WORDS_OF_UNITED_NATIONS', `The same words, but that one says United Nations: ${shown}.`);
  if (isBodyOfCountry(one.name, other.name, common, [...moreOne, ...moreOther]) && slips.length === 0)
    return reason('SAME_BODY_OF_COUNTRY', `The same but for ${quoted([...moreOne, ...moreOther])}: ${shown}.`);
  if (moreOne.length === 0 || moreOther.length === 0)
    return reason('MORE_WORDS', `One says more, ${quoted([...moreOne, ...moreOther])}: ${shown}.`);
  const shared = 2 * weigh(common);
  const share = shared / (shared + weigh(moreOne) + weigh(moreOther));
  if (share >= (common.some((word) => wordWeight(word) === 1) ? MOST : MOST_OF_COMMON))
    return reason('MOST_WORDS', `Most words are the same, not ${quoted([...moreOne, ...moreOther])}: ${shown}.`);
  if (slips.length === 0 && common.length >= WORDS_BESIDE_LETTER && isLetterApart(moreOne, moreOther))
    return reason(
      'LETTER_IN_ONE_WORD',
      `The same but for a letter of ${quoted([...moreOne, ...moreOther])}: ${shown}.`,
    );
  return null;
}

/** So many words that are the same beside one in which a letter is not. */
const WORDS_BESIDE_LETTER = 2;
/** In shorter words one letter makes another word, also where all others are the same. */
const SHORTEST_WITH_LETTER = 4;

/** Asia and Asian: what is left of each name is one word, and these are too short for a mere slip. */
function isLetterApart([one = '', ...more]: readonly string[], [other = '', ...moreOther]: readonly string[]): boolean {
  if (more.length + moreOther.length > 0 || Math.min(one.length, other.length) < SHORTEST_WITH_LETTER) return false;
  return one[0] === other[0] && !/\d/.test(one + other) && distance(one, other) === 1;
}

const BODIES: ReadonlySet<string> = new Set([
  'committee',
  'office',
  'country',
  'national',
  'society',
  'chapter',
  'branch',
]);

function isBodyOfCountry(one: NameForm, other: NameForm, common: readonly string[], more: readonly string[]): boolean {
  return (
    one.countries.length > 0 &&
    one.countries.join() === other.countries.join() &&
    more.every((word) => BODIES.has(word)) &&
    (common.some((word) => wordWeight(word) === 1) || /^red (?:cross|crescent)/.test(common.join(' ')))
  );
}

function isUnitedNations(words: readonly string[]): boolean {
  return words.join(' ') === 'united nation';
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

export function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + wordWeight(word), 0);
}

const BY_LENGTH: Readonly<Record<number, ReasonKind>> = {
  2: 'STATED_ACRONYM_OF_TWO',
  3: 'STATED_ACRONYM_OF_THREE',
  4: 'STATED_ACRONYM_OF_FOUR',
};
const SHORTEST_POSSIBLE = 3;
const SHORTEST_AMONG_WORDS = 4;

/** Whether the first is called by a short form of the second, alone or beside other words. */
function compareAcronyms({ name, of }: NamedBy, other: NamedBy): Reason | null {
  const short = name.short ?? name.words.find((word) => other.of.acronyms.has(word)) ?? null;
  if (short === null) return null;
  // Where both have whole names, those decide: many bodies share an acronym.
  if (name.short !== null && hasWholeName(of) && hasWholeName(other.of)) return null;
  const shown = `“${name.value}”`;
  if (!other.of.acronyms.has(short)) {
    if (short.length < SHORTEST_POSSIBLE || !other.name.initials.includes(short)) return null;
    return reason('POSSIBLE_ACRONYM', `${shown} could be made of the first letters of “${other.name.value}”.`);
  }
  const more = name.short === null ? name.words.filter((word) => word !== short && !isWordOf(word, other.of)) : [];
  const text = `${shown} is the acronym that is stated for “${other.name.value}”`;
  if (more.length > 0)
    return short.length < SHORTEST_AMONG_WORDS
      ? null
      : reason('ACRONYM_AND_MORE', `${text}, with more words, ${quoted(more)}.`);
  return reason(BY_LENGTH[short.length] ?? 'STATED_ACRONYM', `${text}.`);
}

function isWordOf(word: string, { names }: OrganisationProfile): boolean {
  return names.some(({ words }) => words.includes(word));
}

function hasWholeName({ names }: OrganisationProfile): boolean {
  return names.some(({ words }) => words.length > 1);
}
