import type { Properties } from '../../domain/fact.ts';
import { readDay } from '../values/read-day.ts';
import { shorten } from '../values/shorten.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

const DATE_TYPES: ReadonlyMap<string, DateName> = new Map([
  ['1', 'plannedStart'],
  ['2', 'actualStart'],
  ['3', 'plannedEnd'],
  ['4', 'actualEnd'],
]);
type DateName = 'plannedStart' | 'actualStart' | 'plannedEnd' | 'actualEnd';

/** Some publishers write 1900-01-01 or 9999-12-31 for "not known". */
const PLAUSIBLE_YEARS = [1945, 2100] as const;

/** The four dates of an activity as published, and start and end: the actual ones, else the planned. */
export function mapDates(mapping: RecordMapping, activity: XmlElement): Properties {
  const dates: Record<DateName, string | null> = {
    plannedStart: null,
    actualStart: null,
    plannedEnd: null,
    actualEnd: null,
  };
  for (const element of childrenOf(activity, 'activity-date')) {
    const name = mapping.term(element, 'type', DATE_TYPES);
    const day = readDate(mapping, element, 'iso-date');
    if (name === undefined || day === null) continue;
    if (dates[name] === null) dates[name] = day;
    else if (dates[name] !== day) mapping.problem(element, 'repeated', `${name} is given twice; the first is kept`);
  }
  const start = dates.actualStart ?? dates.plannedStart;
  const end = dates.actualEnd ?? dates.plannedEnd;
  if (start !== null && end !== null && end < start) {
    mapping.problem(activity, 'implausible', `ends on ${end}, before it starts on ${start}; both are kept`);
  }
  return { ...dates, start, end, firstDay: start, lastDay: end };
}

/** The day of an attribute; null where it is absent or no day, which is a problem. */
export function readDate(mapping: RecordMapping, element: XmlElement, name: string): string | null {
  const text = attributeOf(element, name);
  const day = text === undefined ? null : readDay(text);
  if (day === null) {
    const found = text === undefined ? 'none' : `"${shorten(text)}"`;
    mapping.problem(
      element,
      text === undefined ? 'missing-value' : 'bad-date',
      `${element.name}/@${name}: expected a date like 2020-05-01; found ${found}`,
    );
    return null;
  }
  const year = Number(day.slice(0, 4));
  if (year < PLAUSIBLE_YEARS[0] || year > PLAUSIBLE_YEARS[1]) {
    mapping.problem(element, 'implausible', `${element.name}/@${name} is ${day}; it is kept`);
  }
  return day;
}
