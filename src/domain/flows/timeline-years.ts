/** Activities that start and end in the same years, and how many they are. */
export interface ActivityYears {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** True where the status says so. */
  readonly isOver: boolean;
  readonly count: number;
}

export interface YearCounts {
  readonly year: number;
  readonly starting: number;
  readonly running: number;
  readonly ending: number;
}

export interface TimelineRequest {
  /** The years in which money moved. */
  readonly moneyYears: readonly number[];
  /** The years to tell of; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  /** The most years to give. */
  readonly first: number;
  readonly thisYear: number;
}

/** From a year to a year, both in it; none where it is turned round. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The years from the first to the last that holds anything, without gaps, at most `first` of them. */
export function timelineYears(
  activities: readonly ActivityYears[],
  { moneyYears, from, to, first, thisYear }: TimelineRequest,
): { years: YearCounts[]; truncated: boolean } {
  const running = activities.map((each) => ({ ...runningSpan(each, thisYear), count: each.count }));
  const points = [...activities.flatMap(({ firstYear, lastYear }) => [firstYear, lastYear]), ...moneyYears];
  const held = [...running, ...points.flatMap((year) => (year === null ? [] : [{ from: year, to: year }]))]
    .map((span) => ({ from: Math.max(span.from, from ?? span.from), to: Math.min(span.to, to ?? span.to) }))
    .filter((span) => span.from <= span.to);
  if (held.length === 0) return { years: [], truncated: false };
  const earliest = held.reduce((least, span) => Math.min(least, span.from), Number.POSITIVE_INFINITY);
  const latest = held.reduce((most, span) => Math.max(most, span.to), Number.NEGATIVE_INFINITY);
  const length = Math.min(first, latest - earliest + 1);
  const years = Array.from({ length }, (_, index) => earliest + index).map((year) => ({
    year,
    starting: total(activities.filter(({ firstYear }) => firstYear === year)),
    running: total(running.filter((span) => span.from <= year && year <= span.to)),
    ending: total(activities.filter(({ lastYear }) => lastYear === year)),
  }));
  return { years, truncated: latest - earliest + 1 > first };
}

/** One without an end that is not over runs on until this year; one of which only one date is known is in that year alone. */
function runningSpan({ firstYear, lastYear, isOver }: ActivityYears, thisYear: number): Span {
  const from = firstYear ?? lastYear;
  if (from === null) return { from: 0, to: -1 };
  if (lastYear !== null) return { from, to: lastYear };
  return { from, to: isOver ? from : Math.max(from, thisYear) };
}

function total(activities: readonly { readonly count: number }[]): number {
  return activities.reduce((sum, { count }) => sum + count, 0);
}
