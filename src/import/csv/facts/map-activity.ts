import type { Properties } from '../../../domain/fact.ts';
import { daySpan } from '../../../domain/partial-date.ts';
import type { CodeListName } from '../../codelists/read-code-list.ts';
import { readCodeList } from '../../codelists/read-code-list.ts';
import { activityId } from '../../values/record-ids.ts';
import { shorten } from '../../values/shorten.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import type { Cells } from '../read/cells.ts';
import { columnsIn, eachItem } from './each-item.ts';
import { readLanguage } from './read-language.ts';
import { readMappedDate } from './read-mapped-date.ts';
import { readTerm } from './read-term.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** Longer descriptions are whole documents pasted in. */
const MAX_DESCRIPTION = 4_000;

/** The activity that a row speaks of, with its names and identifiers; null where the row does not say which it is. */
export function mapActivity(mapping: RecordMapping, cells: Cells): string | null {
  const { activity, evidence } = mapping.context.mapping;
  const place = { cells, columns: columnsIn(activity.id), evidence: activity.evidence ?? evidence };
  const key = mapping.referenceText(readText(mapping, activity.id, place, 'activity.id'), 'activity.id', place);
  if (key === undefined) {
    mapping.problem(
      cells,
      'missing-identifier',
      'activity.id: expected a text that tells which activity it is; found none',
    );
    return null;
  }
  const id = activityId(key);
  const own = readLanguage(mapping, activity.language, place);
  describe(mapping, id, own, place);
  for (const name of [activity.name, ...activity.otherNames]) {
    eachItem(mapping, [name], cells, (item, at) => {
      const value = readText(mapping, item.value, at, 'name');
      const language = (item.language === undefined ? own : readLanguage(mapping, item.language, at)) ?? 'und';
      if (value !== undefined)
        mapping.name(id, { value: mapping.cut(value, 'a name', at), language, kind: item.kind }, at);
    });
  }
  eachItem(mapping, activity.identifiers, cells, (item, at) => {
    const value = mapping.referenceText(readText(mapping, item.value, at, 'identifier'), 'identifier', at);
    if (value === undefined) return;
    mapping.identifier(id, { scheme: item.scheme, value }, at);
    if (item.scheme === 'IATI') mapping.facts.amend(id, { iatiIdentifier: value });
  });
  return id;
}

/** Of several rows that describe an activity, the first that says something holds; what differs is a problem. */
function describe(mapping: RecordMapping, id: string, language: string | undefined, place: Place): void {
  const earlier = mapping.properties.get(id) ?? {};
  const properties = propertiesIn(mapping, language, place);
  for (const [key, value] of Object.entries(properties)) {
    const before = earlier[key] ?? null;
    if (value === null || before === null || before === value || key === 'isPhantom') continue;
    const message = `${key}: rows of the same activity differ, "${shorten(String(before))}" and "${shorten(String(value))}"; the first is kept`;
    mapping.problem(place.cells, 'repeated', message);
  }
  const said = Object.entries(earlier).filter(([, value]) => value !== null);
  const merged = withDays(mapping, { ...properties, ...Object.fromEntries(said) }, place);
  mapping.properties.set(id, merged);
  mapping.node('Project', id, {}, place);
  mapping.facts.amend(id, merged);
}

function propertiesIn(mapping: RecordMapping, language: string | undefined, place: Place): Properties {
  const { activity } = mapping.context.mapping;
  const text = (what: keyof typeof activity, length: number) => {
    const read = readText(mapping, activity[what] as ValueMapping | undefined, place, what);
    return read === undefined ? null : mapping.cut(read, what, place, length);
  };
  const date = (what: 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd') =>
    readMappedDate(mapping, activity[what], place, `activity.${what}`);
  return {
    name: readText(mapping, activity.name.value, place, 'name') ?? mapping.key,
    description: text('description', MAX_DESCRIPTION),
    status: readTerm(mapping, activity.status, 'ActivityStatus', place, 'activity.status') ?? null,
    form: readTerm(mapping, activity.form, 'ActivityForm', place, 'activity.form') ?? null,
    plannedStart: date('plannedStart'),
    plannedEnd: date('plannedEnd'),
    actualStart: date('actualStart'),
    actualEnd: date('actualEnd'),
    place: text('place', 300),
    topic: text('topic', 300),
    hierarchy: wholeNumber(mapping, place),
    language: language ?? null,
    defaultCurrency: text('currency', 3),
    collaborationType: code(mapping, 'collaborationType', 'collaboration-types', place),
    defaultFlowType: code(mapping, 'flowType', 'flow-types', place),
    defaultFinanceType: code(mapping, 'financeType', 'finance-types', place),
    defaultAidType: code(mapping, 'aidType', 'aid-types', place),
    defaultTiedStatus: text('tiedStatus', 20),
    lastUpdated: text('lastUpdated', 40),
    isPhantom: false,
  };
}

/** A code as published; one that is not on the list is kept, and a problem. */
function code(
  mapping: RecordMapping,
  what: 'collaborationType' | 'flowType' | 'financeType' | 'aidType',
  list: CodeListName,
  place: Place,
): string | null {
  const text = readText(mapping, mapping.context.mapping.activity[what], place, what);
  if (text === undefined) return null;
  const { isKnown, isWithdrawn } = readCodeList(list);
  if (isWithdrawn(text)) mapping.tallies.count('withdrawn codes', `${list} ${text}`);
  if (!isKnown(text)) {
    mapping.problem(
      place.cells,
      'unknown-code',
      `activity.${what}: expected a code of the list ${list}; found "${shorten(text)}"; it is kept`,
    );
  }
  return text.slice(0, 20);
}

function wholeNumber(mapping: RecordMapping, place: Place): number | null {
  const text = readText(mapping, mapping.context.mapping.activity.hierarchy, place, 'hierarchy');
  if (text === undefined) return null;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  mapping.problem(place.cells, 'bad-value', `activity.hierarchy: expected a whole number; found "${shorten(text)}"`);
  return null;
}

/** Start and end, the actual ones, else the planned, with the days that they cover. */
function withDays(mapping: RecordMapping, properties: Properties, { cells }: Place): Properties {
  const start = textOf(properties.actualStart) ?? textOf(properties.plannedStart);
  const end = textOf(properties.actualEnd) ?? textOf(properties.plannedEnd);
  const firstDay = start === null ? null : (daySpan(start)?.firstDay ?? null);
  const lastDay = end === null ? null : (daySpan(end)?.lastDay ?? null);
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
    mapping.problem(cells, 'implausible', `ends on ${end}, before it starts on ${start}; both are kept`);
  }
  return { ...properties, start, end, firstDay, lastDay };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
