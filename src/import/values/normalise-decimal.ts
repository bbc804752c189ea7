import { Decimal } from 'decimal.js';

/** Longer than any sum of money, and short enough that no exponent can blow it up. */
const MAX_LENGTH = 40;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/;

/** The number as exact decimal text without exponent, plus sign or needless zeros; null where the text is no number. */
export function normaliseDecimal(text: string): string | null {
  if (text.length > MAX_LENGTH || !DECIMAL.test(text)) return null;
  const number = new Decimal(text);
  return number.isZero() ? '0' : number.toFixed();
}
