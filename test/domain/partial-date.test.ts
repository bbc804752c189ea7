import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daySpan } from '../../src/domain/partial-date.ts';

describe('the days of a published date', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-08', '2025-08-01', '2025-08-31'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2025-22', '2025-06-01', '2025-08-31'],
    ['2025-23', '2025-09-01', '2025-11-30'],
    ['2025-24', '2025-12-01', '2026-02-28'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2021/2025', '2021-01-01', '2025-12-31'],
    ['2025-04-10/2025-05-02', '2025-04-10', '2025-05-02'],
    ['2025/..', '2025-01-01', null],
    ['../2025', null, '2025-12-31'],
    ['2025~', '2025-01-01', '2025-12-31'],
    ['2020?/2025', '2020-01-01', '2025-12-31'],
    ['2020/2025~', '2020-01-01', '2025-12-31'],
  ])('%s', (date, firstDay, lastDay) => {
    expect(daySpan(date)).toEqual({ firstDay, lastDay });
  });

  it.each([
    '',
    '25',
    '20255',
    '2025-13',
    '2025-00',
    '2025-20',
    '2025-25',
    '2025-02-30',
    '2023-02-29',
    '2025-04-31',
    '2025-04-00',
    '2025-21-01',
    '2025-8',
    '2025-08-1',
    '08/2025',
    '1/2/2025',
    'August 2025',
    '2025/',
    '/2025',
    '2025/2026/2027',
    ' 2025',
    '2025\n',
  ])('are none for %j', (text) => {
    expect(daySpan(text)).toBeNull();
  });

  it('stay as published where an interval is turned round: it is for the reader to report', () => {
    expect(daySpan('2025/2021')).toEqual({ firstDay: '2025-01-01', lastDay: '2021-12-31' });
  });

  const part = fc
    .tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      fc.option(fc.integer({ min: 1, max: 28 })),
    )
    .map(([year, month, day]) => [year, ...(month === null ? [] : [month, ...(day === null ? [] : [day])])])
    .map((parts) => parts.map((number) => String(number).padStart(2, '0')).join('-'));

  it('are in order and lie within the text that they come from', () => {
    fc.assert(
      fc.property(part, (date) => {
        const span = daySpan(date);
        expect(span?.firstDay?.startsWith(date)).toBe(true);
        expect(span?.lastDay?.startsWith(date)).toBe(true);
        expect((span?.firstDay ?? '') <= (span?.lastDay ?? '')).toBe(true);
      }),
    );
  });

  it('of an interval are those of its ends', () => {
    fc.assert(
      fc.property(part, part, (start, end) => {
        expect(daySpan(`${start}/${end}`)).toEqual({
          firstDay: daySpan(start)?.firstDay,
          lastDay: daySpan(end)?.lastDay,
        });
      }),
    );
  });

  it('never are days that do not exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { firstDay = null, lastDay = null } = daySpan(text) ?? {};
        for (const day of [firstDay, lastDay])
          if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});
