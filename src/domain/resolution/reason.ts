/** What speaks for or against two organisations being one, and how much. The points of all reasons make the score. */
export const POINTS = {
  /** A code that both have. */
  SAME_IDENTIFIER: 100,
  /** Two numbers of a register that gives each organisation one. */
  OTHER_NUMBER: -45,
  /** The same text, but for case, accents, script and punctuation. */
  SAME_NAME: 90,
  /** The same words, but for order, spelling variants, legal forms, listed translations and short forms beside them. */
  SAME_WORDS: 88,
  /** The same words, but for slips of typing in few of many. */
  SAME_WORDS_WITH_SLIPS: 82,
  /** The same words, but for slips where there are few words: they may be different ones. */
  SLIPS_IN_FEW_WORDS: 66,
  /** The same text, but that a field too short for it has cut one within a word. */
  CUT_OFF: 84,
  /** The same words, three or more, but that one does not say United Nations. */
  SAME_WORDS_OF_UNITED_NATIONS: 82,
  /** One is called by what the other states as its acronym, of five characters or more; then of four, three and two. */
  STATED_ACRONYM: 78,
  STATED_ACRONYM_OF_FOUR: 76,
  STATED_ACRONYM_OF_THREE: 74,
  STATED_ACRONYM_OF_TWO: 50,
  /** Nobody else states this acronym, nor could be called by it. */
  ONLY_ONE: 8,
  /** One is called by the first letters of the other, which nobody states. */
  POSSIBLE_ACRONYM: 55,
  /** One is called by the other's stated acronym and more words. */
  ACRONYM_AND_MORE: 50,
  /** Both say a country, and one adds no more than a word of a body within it: committee, office, society. */
  SAME_BODY_OF_COUNTRY: 74,
  /** One name has all the words of the other, and more that tell something. */
  MORE_WORDS: 60,
  /** Most of the words are the same. */
  MOST_WORDS: 50,
  /** The same words, but for a letter in a word too short for a slip: Asia, Asian. */
  LETTER_IN_ONE_WORD: 60,
  /** Beside names that are alike, both state the same acronym. */
  SAME_ACRONYM: 20,
  SAME_COUNTRY: 8,
  /** Names of different countries. */
  OTHER_COUNTRY: -60,
  /** A name says another country than the one where the other organisation is at home: an office abroad, or another body. */
  COUNTRY_ABROAD: -35,
  /** Names that say no country, of organisations registered in different ones. */
  OTHER_HOME: -30,
  /** A country in one name of which the other organisation says nothing. */
  COUNTRY_IN_ONE: -22,
  /** A legal form of one country in one name, and nothing said of the other's country: a member of a network may be meant. */
  LEGAL_FORM_IN_ONE: -10,
  /** The acronym is a word as well. */
  ACRONYM_IS_A_WORD: -20,
  /** An office that every country has, and no country said. */
  NO_COUNTRY_OF_OFFICE: -25,
  /** Hardly any word that is a proper one. */
  COMMON_WORDS: -8,
  /** All that is shared are common words, and one says much more. */
  MUCH_MORE: -12,
  /** Common words only, and not in the same order. */
  OTHER_ORDER: -10,
  /** One common word, or a name of a country. */
  NOT_A_NAME: -30,
  /** The name is one of several in its field, or a former one. */
  ONE_OF_SEVERAL_NAMES: -15,
  /** Each states an acronym, and they are not the same. */
  OTHER_ACRONYM: -10,
  /** The name fits other organisations as well. */
  FITS_SEVERAL: -30,
} as const;

export type ReasonKind = keyof typeof POINTS;

export interface Reason {
  readonly kind: ReasonKind;
  readonly points: number;
  /** For a curator to read. */
  readonly text: string;
}

export function reason(kind: ReasonKind, text: string): Reason {
  return { kind, points: POINTS[kind], text };
}
