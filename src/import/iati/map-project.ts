import type { Properties } from '../../domain/fact.ts';
import { shorten } from '../values/shorten.ts';
import { CODELISTS } from './codelists.ts';
import { mapDates } from './map-dates.ts';
import { mapDescriptions } from './map-descriptions.ts';
import { mainNarrative, type Narrative, narrativesOf } from './narratives.ts';
import { readBoolean } from './read-boolean.ts';
import { readCode } from './read-code.ts';
import { readCurrency } from './read-currency.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

const MAX_TITLE = 1_000;

/** DAC collaboration type 8: bilateral, triangular co-operation. */
const TRIANGULAR = '8';

/** The activity itself with its names and its IATI identifier. */
export function mapProject(mapping: RecordMapping, activity: XmlElement): void {
  const { id, identifier, language } = mapping.head;
  const titles = titlesOf(mapping, activity);
  const collaborationType = readCode(mapping, activity, 'collaboration-type', 'collaboration-types');
  const properties: Properties = {
    name: mainNarrative(titles)?.value ?? identifier,
    iatiIdentifier: identifier,
    hierarchy: hierarchy(mapping, activity),
    status: status(mapping, activity),
    ...mapDates(mapping, activity),
    ...mapDescriptions(mapping, activity),
    defaultCurrency: readCurrency(mapping, activity, 'default-currency'),
    collaborationType,
    defaultFlowType: readCode(mapping, activity, 'default-flow-type', 'flow-types'),
    defaultFinanceType: readCode(mapping, activity, 'default-finance-type', 'finance-types'),
    defaultAidType: readCode(mapping, activity, 'default-aid-type', 'aid-types'),
    defaultTiedStatus: readCode(mapping, activity, 'default-tied-status'),
    scope: readCode(mapping, activity, 'activity-scope'),
    isHumanitarian: readBoolean(activity, 'humanitarian'),
    otherIdentifiers: otherIdentifiers(mapping, activity),
    language: language === 'und' ? null : language,
    lastUpdated: attributeOf(activity, 'last-updated-datetime')?.slice(0, 40) ?? null,
    reportingOrgRef: mapping.head.reportingOrgRef,
    isSecondaryReport: isSecondaryReport(activity),
    isPhantom: false,
  };
  mapping.node('Project', id, properties, activity);
  if (titles.length === 0)
    mapping.problem(activity, 'missing-value', 'title: expected a text; found none, so the identifier is the name');
  for (const title of titles) mapping.narrative(id, title, 'OFFICIAL');
  const own = childrenOf(activity, 'iati-identifier')[0] ?? activity;
  mapping.identifier(id, { scheme: 'IATI', value: identifier }, own);
  mapping.tallies.count('activities', 'declared triangular', collaborationType === TRIANGULAR ? 1 : 0);
}

function titlesOf(mapping: RecordMapping, activity: XmlElement): Narrative[] {
  return childrenOf(activity, 'title').flatMap((element) =>
    narrativesOf(element, mapping.head.language).map(({ value, language }) => ({
      value: mapping.cut(value, MAX_TITLE, element),
      language,
      element,
    })),
  );
}

function hierarchy(mapping: RecordMapping, activity: XmlElement): number | null {
  const text = attributeOf(activity, 'hierarchy');
  if (text === undefined) return null;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  mapping.problem(activity, 'bad-value', `@hierarchy: expected a whole number; found "${shorten(text)}"`);
  return null;
}

function status(mapping: RecordMapping, activity: XmlElement): string | null {
  const [element] = childrenOf(activity, 'activity-status');
  return element === undefined ? null : (mapping.term(element, 'code', CODELISTS.ActivityStatus) ?? null);
}

/**
 * Codes that the publisher or others use for the activity (types A1 to A9): many give several activities the same one, so
 * they find nothing. The others (B1, B9) are of organisations that reported it before.
 */
function otherIdentifiers(mapping: RecordMapping, activity: XmlElement): string[] | null {
  const found = new Set<string>();
  for (const element of childrenOf(activity, 'other-identifier')) {
    const type = attributeOf(element, 'type') ?? 'A9';
    const value = type.startsWith('A') ? mapping.referenceIn(element, 'ref') : undefined;
    if (value !== undefined) found.add(`${type}:${value}`);
    else mapping.loss.count('elements the model does not hold', `other-identifier (${type.slice(0, 20)})`);
  }
  return found.size === 0 ? null : [...found];
}

function isSecondaryReport(activity: XmlElement): boolean | null {
  const [reporter] = childrenOf(activity, 'reporting-org');
  return reporter === undefined ? null : readBoolean(reporter, 'secondary-reporter');
}
