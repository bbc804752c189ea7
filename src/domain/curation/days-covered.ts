import { daySpan } from '../partial-date.ts';

/**
 * First and last day of what starts and ends as published (EDTF). A single date covers both, unless the thing is known
 * to go on: then its end is open.
 */
export function daysCovered(
  start: string | null,
  end: string | null,
  goesOn = false,
): { firstDay: string | null; lastDay: string | null } {
  const first = start === null ? null : daySpan(start);
  const last = end === null ? first : daySpan(end);
  const isOpen = end === null && goesOn;
  return { firstDay: first?.firstDay ?? null, lastDay: isOpen ? null : (last?.lastDay ?? null) };
}
