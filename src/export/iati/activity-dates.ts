import { daySpan } from '../../domain/partial-date.ts';
import type { OwnActivity } from './own-activity.ts';

export interface ActivityDate {
  /** IATI's code: 1 planned start, 2 actual start, 3 planned end, 4 actual end. */
  readonly type: '1' | '2' | '3' | '4';
  /** YYYY-MM-DD. */
  readonly day: string;
  /** The date as published, where it is less exact than a day. */
  readonly published: string | null;
}

type Dated = Pick<
  OwnActivity,
  'status' | 'start' | 'end' | 'plannedStart' | 'actualStart' | 'plannedEnd' | 'actualEnd'
>;

/**
 * The dates as IATI wants them: days, planned or actual. Where the source says which they are, they stay so. Otherwise a
 * date is actual once its day is past, unless the activity is only planned or was cancelled, or it is the end of one that goes on. Of a
 * year or month the first day stands for the start and the last for the end, and the year or month itself beside it.
 */
export function activityDates(activity: Dated, today: string): ActivityDate[] {
  const { plannedStart, actualStart, plannedEnd, actualEnd, status, start, end } = activity;
  const declared = [
    dated('1', plannedStart, 'firstDay'),
    dated('2', actualStart, 'firstDay'),
    dated('3', plannedEnd, 'lastDay'),
    dated('4', actualEnd, 'lastDay'),
  ].flat();
  if (declared.length > 0) return declared;
  const began = status !== 'PLANNED' && status !== 'CANCELLED';
  const ended = status === 'CLOSED' || status === 'FINALISING';
  return [
    ...dated('2', start, 'firstDay').map((date) => (began && date.day <= today ? date : asType(date, '1'))),
    ...dated('4', end, 'lastDay').map((date) => (ended && date.day <= today ? date : asType(date, '3'))),
  ];
}

/** IATI wants to know when an activity began or shall begin. */
export function hasStart(dates: readonly ActivityDate[]): boolean {
  return dates.some(({ type }) => type === '1' || type === '2');
}

function dated(type: ActivityDate['type'], edtf: string | null, side: 'firstDay' | 'lastDay'): ActivityDate[] {
  const day = edtf === null ? null : (daySpan(edtf)?.[side] ?? null);
  return edtf === null || day === null ? [] : [{ type, day, published: edtf === day ? null : edtf }];
}

function asType(date: ActivityDate, type: ActivityDate['type']): ActivityDate {
  return { ...date, type };
}
