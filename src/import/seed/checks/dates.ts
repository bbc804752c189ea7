import { daySpan } from '../../../domain/partial-date.ts';
import type { Located, SeedProblem, SeedRows } from '../read-seed.ts';

const DATES = [
  'start',
  'end',
  'since',
  'until',
  'founded',
  'adopted',
  'period',
  'comparedWith',
  'asOf',
  'published',
  'retrieved',
];
const SPANS = [
  ['start', 'end'],
  ['since', 'until'],
];

/** Dates that look like one and name no day, and things that end before they begin. */
export function findUnreadableDates(rows: SeedRows): SeedProblem[] {
  return (Object.values(rows).flat() as Located<Record<string, unknown>>[]).flatMap(({ file, row, lineOf }) => {
    const dates = DATES.flatMap((name) => {
      const value = row[name];
      return typeof value === 'string' ? [{ name, value }] : [];
    });
    const spans = SPANS.flatMap(([from = '', to = '']) => {
      const [start, end] = [row[from], row[to]];
      return typeof start === 'string' && typeof end === 'string'
        ? [{ name: `${from} to ${to}`, value: end, start, end }]
        : [];
    });
    const intervals = dates.flatMap(({ name, value }) => {
      const [start = '', end] = value.split('/');
      return end === undefined ? [] : [{ name, value, start, end }];
    });
    return [
      ...dates
        .filter(({ value }) => daySpan(value) === null)
        .map(({ name, value }) => ({
          file,
          line: lineOf(value),
          message: `${name}: "${value}" names no day; expected a day, month, season or year that exists`,
        })),
      ...[...intervals, ...spans]
        .filter(({ start, end }) => endsFirst(start, end))
        .map(({ name, value, start, end }) => ({
          file,
          line: lineOf(value),
          message: `${name}: ${end} is before ${start}; expected an end that is not`,
        })),
    ];
  });
}

function endsFirst(start: string, end: string): boolean {
  const first = daySpan(start)?.firstDay ?? null;
  const last = daySpan(end)?.lastDay ?? null;
  return first !== null && last !== null && last < first;
}
