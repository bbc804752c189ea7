import { foldText } from '../fold-text.ts';

/**
 * What activities say that call themselves triangular or South-South, in lower case: English, French, Spanish,
 * Portuguese, German, Russian, Kazakh.
 */
export const CANDIDATE_WORDS: readonly string[] = [
  'triangular',
  'triangulaire',
  'trilateral',
  'trilatéral',
  'dreieckskooperation',
  'dreiecks-kooperation',
  'south-south',
  'south south',
  'sud-sud',
  'süd-süd',
  'sur-sur',
  'sul-sul',
  'трехсторонн',
  'трёхсторонн',
  'юг-юг',
  'үшжақты',
  'үш жақты',
  'оңтүстік-оңтүстік',
];

/**
 * The same as names are indexed: in plain Latin letters. What is two words ends with the second: "sud sud" is not
 * "Süd-Sudan". Names are to be looked at with a space behind them.
 */
export const FOLDED_CANDIDATE_WORDS: readonly string[] = [
  ...new Set(CANDIDATE_WORDS.map(foldText).map((word) => (word.includes(' ') ? `${word} ` : word))),
];
