import { describe, expect, it } from 'vitest';
import { activityDates, hasStart } from '../../../src/export/iati/activity-dates.ts';
import { activity } from './sample-activity.ts';

const TODAY = '2025-06-15';
const datesOf = (more: Parameters<typeof activity>[0]) =>
  activityDates(activity({ start: null, ...more }), TODAY).map(({ type, day, published }) => [type, day, published]);

describe('the dates of an activity', () => {
  it('names the first day of a year or month as its start, the last as its end, and what was published beside it', () => {
    expect(datesOf({ start: '2024', end: '2024-02' })).toEqual([
      ['2', '2024-01-01', '2024'],
      ['4', '2024-02-29', '2024-02'],
    ]);
  });

  it('says nothing beside a day that was published as one', () => {
    expect(datesOf({ start: '2024-04-10' })).toEqual([['2', '2024-04-10', null]]);
  });

  it('reads a season', () => {
    expect(datesOf({ status: 'PLANNED', start: '2025-23' })).toEqual([['1', '2025-09-01', '2025-23']]);
  });

  it.each([
    ['PLANNED', '2024-01-01', '1'],
    ['CANCELLED', '2024-01-01', '1'],
    ['ONGOING', '2024-01-01', '2'],
    ['ONGOING', '2025-06-15', '2'],
    ['ONGOING', '2025-06-16', '1'],
  ] as const)('takes the start of a %s activity on %s for one of the type %s', (status, start, type) => {
    expect(datesOf({ status, start })).toEqual([[type, start, null]]);
  });

  it.each([
    ['CLOSED', '2025-06-15', '4'],
    ['CLOSED', '2025-06-16', '3'],
    ['FINALISING', '2025-06-15', '4'],
    ['ONGOING', '2025-06-01', '3'],
    ['SUSPENDED', '2025-06-01', '3'],
  ] as const)('takes the end of a %s activity on %s for one of the type %s', (status, end, type) => {
    expect(datesOf({ status, end })).toEqual([[type, end, null]]);
  });

  it('keeps what the source calls planned and actual', () => {
    const declared = {
      start: '2024-02-01',
      plannedStart: '2024-01-01',
      actualStart: '2024-02-01',
      plannedEnd: '2030-01-01',
    };
    expect(datesOf(declared)).toEqual([
      ['1', '2024-01-01', null],
      ['2', '2024-02-01', null],
      ['3', '2030-01-01', null],
    ]);
  });

  it('knows no start where only the end is known, or nothing', () => {
    expect(hasStart(activityDates(activity({ start: null, end: '2024' }), TODAY))).toBe(false);
    expect(hasStart(activityDates(activity({ start: null }), TODAY))).toBe(false);
    expect(hasStart(activityDates(activity({ start: '../2024' }), TODAY))).toBe(false);
  });
});
