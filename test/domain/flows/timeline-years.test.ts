import { describe, expect, it } from 'vitest';
import { type ActivityYears, timelineYears } from '../../../src/domain/flows/timeline-years.ts';

const activity = (firstYear: number | null, lastYear: number | null, more: Partial<ActivityYears> = {}) => ({
  firstYear,
  lastYear,
  isOver: false,
  count: 1,
  ...more,
});

const request = { moneyYears: [], from: null, to: null, first: 100, thisYear: 2025 };
/** Years as `year starting/running/ending`. */
const years = (activities: ActivityYears[], more: Partial<typeof request> | object = {}) =>
  timelineYears(activities, { ...request, ...more }).years.map(
    ({ year, starting, running, ending }) => `${year} ${starting}/${running}/${ending}`,
  );

describe('the years of a timeline', () => {
  it('count what starts, runs and ends', () => {
    expect(years([activity(2019, 2021), activity(2020, 2021, { count: 2 })])).toEqual([
      '2019 1/1/0',
      '2020 2/3/0',
      '2021 0/3/3',
    ]);
  });

  it('are filled with empty ones in between', () => {
    expect(years([activity(2019, 2019), activity(2021, 2021)])).toEqual(['2019 1/1/1', '2020 0/0/0', '2021 1/1/1']);
  });

  it.each([
    ['that is not over runs on until this year', activity(2023, null), ['2023 1/1/0', '2024 0/1/0', '2025 0/1/0']],
    ['that is over is in the year of its start alone', activity(2023, null, { isOver: true }), ['2023 1/1/0']],
    ['that is yet to start is in that year alone', activity(2030, null), ['2030 1/1/0']],
  ])('an activity without an end %s', (_, one, expected) => {
    expect(years([one])).toEqual(expected);
  });

  it('an activity without a start is in the year of its end alone', () => {
    expect(years([activity(null, 2020)])).toEqual(['2020 0/1/1']);
  });

  it('an activity that ends before it starts runs in no year', () => {
    expect(years([activity(2021, 2020)])).toEqual(['2020 0/0/1', '2021 1/0/0']);
  });

  it('hold money, whatever activities are there', () => {
    expect(years([activity(2020, 2020), activity(null, null)], { moneyYears: [2022] })).toEqual([
      '2020 1/1/1',
      '2021 0/0/0',
      '2022 0/0/0',
    ]);
  });

  it('are those asked for, from the first of them that holds anything', () => {
    const activities = [activity(2010, 2012), activity(2015, 2016)];
    expect(years(activities, { from: 2012, to: 2014 })).toEqual(['2012 0/1/1']);
    expect(years(activities, { from: 2014, to: 2020 })).toEqual(['2015 1/1/0', '2016 0/1/1']);
    expect(years(activities, { from: 2013, to: 2014 })).toEqual([]);
  });

  it('are no more than asked for, however far apart, and say so', () => {
    const far = [activity(1, 1), activity(9999, null)];
    expect(timelineYears(far, { ...request, first: 3 })).toEqual({
      years: [1, 2, 3].map((year) => ({
        year,
        starting: +(year === 1),
        running: +(year === 1),
        ending: +(year === 1),
      })),
      truncated: true,
    });
    expect(timelineYears([activity(2019, 2021)], { ...request, first: 3 }).truncated).toBe(false);
  });

  it('of nothing are none', () => {
    expect(timelineYears([activity(null, null)], request)).toEqual({ years: [], truncated: false });
  });
});
