/**
 * How a text begins that a spreadsheet may take for a formula: = + - @, their full-width forms, and the white space that
 * some programs skip before them.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text so that no spreadsheet computes it: with an apostrophe before it where it begins like a formula. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
