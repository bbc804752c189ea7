import { DomainError } from '../../errors.ts';

export interface YearRange {
  readonly from?: number | null;
  readonly to?: number | null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** The days that a range of years covers. Refuses a range that is turned round or out of this world. */
export function toDays(
  argument: string,
  years: YearRange | null | undefined,
): { from: string | null; to: string | null } {
  const { from = null, to = null } = years ?? {};
  for (const [end, year] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      throw new DomainError(
        'InvalidInput',
        `${argument}.${end}: got ${year}, expected a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
      );
    }
  }
  if (from !== null && to !== null && from > to) {
    throw new DomainError(
      'InvalidInput',
      `${argument}: from ${from} is later than to ${to}; expected the earlier year first`,
    );
  }
  return { from: from === null ? null : `${from}-01-01`, to: to === null ? null : `${to}-12-31` };
}

/** Each year of a range; null where there is none. Open ends are those of this world. Refuses what `toDays` refuses. */
export function cohortYears(argument: string, years: YearRange | null | undefined): number[] | null {
  toDays(argument, years);
  if (!years) return null;
  const from = years.from ?? FIRST_YEAR;
  return Array.from({ length: (years.to ?? LAST_YEAR) - from + 1 }, (_, index) => from + index);
}
