import { foldText } from '../fold-text.ts';
import { CONNECTING_WORDS } from './connecting-words.ts';
import type { Gazetteer } from './gazetteer.ts';
import { initialsOf } from './initials.ts';
import { LEGAL_FORMS } from './legal-forms.ts';
import { wordForm } from './word-forms.ts';
import { wordWeight } from './word-weight.ts';

/** A published name taken apart: what is left as the name, and what stood beside it. */
export interface SplitName {
  readonly text: string;
  /** Short forms that stand in brackets or beside the name, folded and without spaces. */
  readonly acronyms: readonly string[];
  /** True where the text is one of several names in the same field: A / B, A (B in another language). */
  readonly isPart: boolean;
  readonly isFormer: boolean;
}

const BRACKETS = /[([]([^()[\]]*)[)\]]/g;
const FORMER = /^(?:formerly|former|previously|ex|anciennement|ранее|бывш\S*)\b[\s:.-]*(?:known as\s+)?/i;
/** Between two organisations, or between two names of one. */
const SEVERAL_NAMES = /\s+\/\s+|\s+\|\s+/;
/** How OCHA's financial tracking parts the name in English from that in French. */
const LANGUAGES = /\s*\*\s*/;
/** A dash between spaces, or a slash: a short form may stand on one side. */
const SIDES = /^(.+?)(?:\s+[-–—:]\s+|\s*\/\s*)(.+)$/;
const LONGEST_ACRONYM = 12;

/** Everything that one name field says, each name without what stands beside it. */
export function splitName(value: string, gazetteer: Gazetteer): SplitName[] {
  return value
    .split(LANGUAGES)
    .filter((text) => text !== '')
    .flatMap((text) => splitOne(text, gazetteer));
}

/** Takes short forms, former names and names in other languages out of what stands in one name field. */
function splitOne(value: string, gazetteer: Gazetteer): SplitName[] {
  const acronyms: string[] = [];
  const others: SplitName[] = [];
  const outer = value
    .replaceAll(BRACKETS, (_, inner: string) => {
      const former = FORMER.exec(inner);
      if (former) others.push({ text: inner.slice(former[0].length), acronyms: [], isPart: true, isFormer: true });
      else if (isAside(inner, gazetteer)) return ` ${inner} `;
      else if (isShortForm(inner)) acronyms.push(shortForm(inner), ...shortFormsIn(inner));
      else others.push({ text: inner, acronyms: [], isPart: true, isFormer: false });
      return ' ';
    })
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [inner] = others;
  // The short form before its whole name: IOM (International Organization for Migration).
  if (inner && others.length === 1 && !inner.isFormer && isShortForm(outer) && wordsIn(inner.text) > 1)
    return [{ text: inner.text, acronyms: [...acronyms, shortForm(outer)], isPart: false, isFormer: false }];
  if (outer === '') return others.length > 0 ? others : [whole(value, acronyms)];
  const beside = takeAcronymBeside(outer, gazetteer);
  acronyms.push(...beside.acronyms);
  const names = beside.text.split(SEVERAL_NAMES).filter((name) => wordsIn(name) > 1);
  const parts = names.length > 1 ? names.map((text) => ({ text, acronyms, isPart: true, isFormer: false })) : [];
  const hasOthers = others.some(({ text, isFormer }) => !isFormer && !isSpelledOut(beside.text, text));
  return [
    { text: beside.text, acronyms, isPart: hasOthers, isFormer: false },
    ...parts,
    ...others.map((other) => ({ ...other, isPart: other.isFormer || hasOthers })),
  ];
}

function whole(text: string, acronyms: readonly string[]): SplitName {
  return { text, acronyms, isPart: false, isFormer: false };
}

/** A short form and one more word. */
const MOST_BESIDE = 2;

/** ADD International (Action on Disability and Development): one spells out the short form in the other. */
function isSpelledOut(outer: string, inner: string): boolean {
  const has = (text: string, other: string) =>
    wordsIn(text) <= MOST_BESIDE &&
    text.split(/\s+/).some((word) => IN_CAPITALS.test(word) && initialsOf(other).includes(shortForm(word)));
  return has(outer, inner) || has(inner, outer);
}

function wordsIn(text: string): number {
  return foldText(text).split(' ').length;
}

/** A legal form, an article or a country in brackets belongs to the name. */
function isAside(inner: string, gazetteer: Gazetteer): boolean {
  if (gazetteer.countryOfCode(inner.trim()) !== undefined) return true;
  const isSpelt = inner !== inner.toUpperCase();
  return gazetteer
    .takeCountries(foldText(inner))
    .rest.split(' ')
    .every((word) => word === '' || LEGAL_FORMS.has(word) || (isSpelt && CONNECTING_WORDS.has(word)));
}

/** One word, or up to three of which most letters are capitals. */
function isShortForm(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_ACRONYM || !/\p{L}/u.test(trimmed)) return false;
  if (!/\s/.test(trimmed)) return true;
  const capitals = trimmed.match(/\p{Lu}/gu)?.length ?? 0;
  return trimmed.split(/\s+/).length <= 3 && capitals * 2 > trimmed.replaceAll(/\s/g, '').length;
}

/** A short form as it is compared: folded, without spaces. */
export function shortForm(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/** (SDC DDC): the acronyms in two languages. */
function shortFormsIn(text: string): string[] {
  const words = text.trim().split(/\s+/);
  const isShort = (word: string) =>
    IN_CAPITALS.test(word) && word.length > 2 && wordWeight(wordForm(shortForm(word))) === 1;
  return words.length > 1 && words.every(isShort) ? words.map(shortForm) : [];
}

const IN_CAPITALS = /^\p{Lu}[\p{L}\p{N}&.+_-]*\p{Lu}[\p{L}\p{N}&.+_-]*$/u;

/** «OCHA - Office for …», «DFID/Department for …», «Children's Fund UNICEF»: the short form beside the whole name. */
function takeAcronymBeside(text: string, gazetteer: Gazetteer): { text: string; acronyms: string[] } {
  const [, left = '', right = ''] = SIDES.exec(text) ?? [];
  if (isMadeOf(left, right)) return { text: right, acronyms: [shortForm(left)] };
  if (isMadeOf(right, left) && gazetteer.countryOfCode(right) === undefined)
    return { text: left, acronyms: [shortForm(right)] };
  const words = text.split(' ');
  for (const [word, rest] of [
    [words.at(-1) ?? '', words.slice(0, -1).join(' ')],
    [words[0] ?? '', words.slice(1).join(' ')],
  ] as const) {
    if (words.length > 2 && initialsOf(rest).includes(shortForm(word)))
      return { text: rest.replace(/[\s,/-]+$/, ''), acronyms: [shortForm(word)] };
  }
  return { text, acronyms: [] };
}

const SHORTEST_END = 3;

/** Whether a short form is made of the whole name's first letters, or the last of them: OCHA of United Nations Office for … */
function isMadeOf(short: string, whole: string): boolean {
  const folded = shortForm(short);
  if (!IN_CAPITALS.test(short) || wordsIn(whole) < 2) return false;
  return initialsOf(whole).some(
    (initials) => initials === folded || (folded.length >= SHORTEST_END && initials.endsWith(folded)),
  );
}
