/** First and last day, each as YYYY-MM-DD; null where open or unknown. */
export interface DaySpan {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** Months of a season, northern hemisphere, as EDTF numbers them: 21 spring, 22 summer, 23 autumn, 24 winter. */
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 14],
};

/**
 * The first and last day that an EDTF date covers: a year, a month, a day, a season, or an interval of two
 * (open as `2025/..`). Null when the text is none of these or names a day that does not exist.
 * An interval that is turned round stays so: who reads it reports it.
 */
export function daySpan(edtf: string): DaySpan | null {
  const [start = '', end, ...more] = edtf.split('/');
  if (end === undefined) return simpleSpan(start);
  const first = start === '..' ? OPEN : simpleSpan(start);
  const last = end === '..' ? OPEN : simpleSpan(end);
  if (!first || !last || more.length > 0) return null;
  return { firstDay: first.firstDay, lastDay: last.lastDay };
}

const OPEN: DaySpan = { firstDay: null, lastDay: null };

function simpleSpan(text: string): DaySpan | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (!match) return null;
  const [, yearText, month, day] = match;
  const year = Number(yearText);
  if (month === undefined) return span(year, 1, 1, year, 12);
  const season = SEASONS[month];
  if (season && day === undefined) return span(year, season[0], 1, year, season[1]);
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  return day === undefined ? span(year, number, 1, year, number) : oneDay(year, number, Number(day));
}

function span(firstYear: number, firstMonth: number, firstDay: number, lastYear: number, lastMonth: number): DaySpan {
  return {
    firstDay: isoDay(firstYear, firstMonth, firstDay),
    lastDay: isoDay(lastYear, lastMonth + 1, 0),
  };
}

function oneDay(year: number, month: number, day: number): DaySpan | null {
  const iso = isoDay(year, month, day);
  return iso.endsWith(String(day).padStart(2, '0')) && day > 0 ? { firstDay: iso, lastDay: iso } : null;
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
