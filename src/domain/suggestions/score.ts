/** As many of what a part counted are shown. */
export const MOST_EXAMPLES = 5;

/** One part of a score: what was counted, and how many points it gave. */
export interface ScorePart<Kind extends string = string> {
  readonly kind: Kind;
  /** How many, or the last year; null where there is none. */
  readonly value: number | null;
  readonly points: number;
  readonly mostPoints: number;
  /** How the points follow from the value, in words. */
  readonly rule: string;
}

/** Points in proportion to a count, all of them from `full` on. Rounded to one decimal. */
export function countPart<Kind extends string>(
  kind: Kind,
  value: number,
  { mostPoints, full }: { readonly mostPoints: number; readonly full: number },
): ScorePart<Kind> {
  return {
    kind,
    value,
    points: toOneDecimal((mostPoints * Math.min(value, full)) / full),
    mostPoints,
    rule: `${mostPoints} points from ${full} on, below that in proportion, rounded to one decimal.`,
  };
}

/** After so many years what was done says nothing any more. */
const YEARS_REMEMBERED = 10;

/** All points for this year or a later one, a tenth of them fewer for each year before, none where nothing is dated. */
export function recencyPart(lastYear: number | null, thisYear: number, mostPoints: number): ScorePart<'RECENCY'> {
  const age = lastYear === null ? YEARS_REMEMBERED : Math.min(Math.max(thisYear - lastYear, 0), YEARS_REMEMBERED);
  return {
    kind: 'RECENCY',
    value: lastYear,
    points: toOneDecimal((mostPoints * (YEARS_REMEMBERED - age)) / YEARS_REMEMBERED),
    mostPoints,
    rule: `${mostPoints} points where the last year is this year or later, a tenth of them fewer for each year before, none where nothing is dated.`,
  };
}

/** The sum of the points as they are shown. */
export function scoreOf(parts: readonly ScorePart[]): number {
  return toOneDecimal(parts.reduce((sum, { points }) => sum + points, 0));
}

function toOneDecimal(points: number): number {
  return Math.round(points * 10) / 10;
}
