import { DomainError } from '../../errors.ts';

/** Refuses a number that is missing or out of its range. */
export function requireRange(argument: string, value: number | null | undefined, least: number, most: number): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new DomainError('InvalidInput', `${argument}: got ${value}, expected a number from ${least} to ${most}`);
}
