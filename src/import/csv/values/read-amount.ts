import { Decimal } from 'decimal.js';
import type { AmountMapping } from '../mapping/value-format.ts';

/** Longer than any sum of money. */
const MAX_LENGTH = 40;

/** Digits, alone or in groups of three between spaces, apostrophes or the sign that is not the decimal one. */
const FORMS = {
  '.': /^[+-]?(\d+|\d{1,3}([ \u00a0\u202f',]\d{3})+)?(\.\d+)?$/,
  ',': /^[+-]?(\d+|\d{1,3}([ \u00a0\u202f'.]\d{3})+)?(,\d+)?$/,
};

const FACTORS = { ones: '1', thousands: '1e3', millions: '1e6', billions: '1e9' };

/** Decimal keeps 20 digits unless told; an amount must keep all it has. */
const Exact = Decimal.clone({ precision: 100 });

/** The amount in whole units of its currency as exact decimal text; null where the text is no number of this form. */
export function readAmount(text: string, { unit, decimal }: Pick<AmountMapping, 'unit' | 'decimal'>): string | null {
  if (text.length > MAX_LENGTH || !FORMS[decimal].test(text) || !/\d/.test(text)) return null;
  const ungrouped = text.replaceAll(decimal === '.' ? /[ \u00a0\u202f',]/g : /[ \u00a0\u202f'.]/g, '');
  const amount = new Exact(ungrouped.replace(',', '.')).times(FACTORS[unit]);
  return amount.isZero() ? '0' : amount.toFixed();
}
