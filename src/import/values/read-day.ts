import { daySpan } from '../../domain/partial-date.ts';

/** The day of an XML date (2020-05-01, with or without a time or zone after it) as YYYY-MM-DD; null where there is no such day. */
export function readDay(text: string): string | null {
  const day = /^(\d{4}-\d\d-\d\d)(T[\d:.]+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)?.[1];
  return day === undefined ? null : (daySpan(day)?.firstDay ?? null);
}
