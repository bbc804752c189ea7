import { Decimal } from 'decimal.js';
import type { Term } from './vocabulary.ts';

/** Between which values the truth lies if the figure is true. */
export interface FigureRange {
  readonly from: Decimal;
  readonly to: Decimal;
}

/** Who writes "about" is taken to mean: within five per cent. */
const ABOUT = new Decimal('0.05');

/**
 * The range that a published number and its qualifier leave open.
 *
 * A number stands for what rounds to it. "More than 183" is read as the writer's last step: who knew of 184 would have
 * written so, hence 183 to 184; the step is one unit of the last digit that is not zero. docs/decisions/0006 has the reasons.
 */
export function figureRange(value: string, qualifier: Term<'Qualifier'>): FigureRange {
  const number = new Decimal(value);
  const step = lastStep(value);
  switch (qualifier) {
    case 'EXACT':
      return { from: number.minus(step.div(2)), to: number.plus(step.div(2)) };
    case 'APPROXIMATELY':
      return { from: number.minus(number.abs().mul(ABOUT)), to: number.plus(number.abs().mul(ABOUT)) };
    case 'MORE_THAN':
      return { from: number, to: number.plus(step) };
    case 'LESS_THAN':
      return { from: number.minus(step), to: number };
  }
}

/** True where no value fits both. */
export function excludeEachOther(one: FigureRange, other: FigureRange): boolean {
  return one.to.lt(other.from) || other.to.lt(one.from);
}

/** One unit of the last digit that is not a trailing zero: 183000000 → 1000000, 50.4 → 0.1, 200 → 100. */
function lastStep(value: string): Decimal {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  if (fraction !== undefined) return new Decimal(10).pow(-fraction.length);
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return new Decimal(10).pow(zeros === whole.length ? 0 : zeros);
}
