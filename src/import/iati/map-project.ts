import type { Properties } from '../../domain/fact.ts';
import type { ActivityMapping } from './activity-mapping.ts';
import { CODELISTS } from './codelists.ts';
import { mapDates } from './map-dates.ts';
import { mainNarrative, type Narrative, narrativesOf } from './narratives.ts';
import { readCurrency } from './read-currency.ts';
import { shorten } from './shorten.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Longer descriptions are whole documents pasted in. */
const MAX_DESCRIPTION = 4_000;

const MAX_TITLE = 1_000;

/** DAC collaboration type 8: bilateral, triangular co-operation. */
const TRIANGULAR = '8';

/** The activity itself with its names and its IATI identifier. */
export function mapProject(mapping: ActivityMapping, activity: XmlElement): void {
  const { id, identifier, language } = mapping.head;
  const titles = titlesOf(mapping, activity);
  const collaborationType = codeIn(activity, 'collaboration-type');
  const properties: Properties = {
    name: mainNarrative(titles)?.value ?? identifier,
    iatiIdentifier: identifier,
    hierarchy: hierarchy(mapping, activity),
    status: status(mapping, activity),
    ...mapDates(mapping, activity),
    description: description(mapping, activity),
    defaultCurrency: readCurrency(mapping, activity, 'default-currency'),
    collaborationType,
    defaultFlowType: codeIn(activity, 'default-flow-type'),
    defaultFinanceType: codeIn(activity, 'default-finance-type'),
    defaultAidType: defaultAidType(activity),
    language: language === 'und' ? null : language,
    lastUpdated: attributeOf(activity, 'last-updated-datetime')?.slice(0, 40) ?? null,
    reportingOrgRef: mapping.head.reportingOrgRef,
    isPhantom: false,
  };
  mapping.node('Project', id, properties, activity);
  if (titles.length === 0)
    mapping.problem(activity, 'missing-value', 'title: expected a text; found none, so the identifier is the name');
  for (const title of titles) mapping.name(id, title, 'OFFICIAL');
  const own = childrenOf(activity, 'iati-identifier')[0] ?? activity;
  mapping.identifier(id, 'IATI', identifier, own);
  mapping.tallies.count('activities', 'declared triangular', collaborationType === TRIANGULAR ? 1 : 0);
}

function titlesOf(mapping: ActivityMapping, activity: XmlElement): Narrative[] {
  return childrenOf(activity, 'title').flatMap((element) =>
    narrativesOf(element, mapping.head.language).map(({ value, language }) => ({
      value: mapping.cut(value, MAX_TITLE, element),
      language,
      element,
    })),
  );
}

function hierarchy(mapping: ActivityMapping, activity: XmlElement): number | null {
  const text = attributeOf(activity, 'hierarchy');
  if (text === undefined) return null;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  mapping.problem(activity, 'bad-value', `@hierarchy: expected a whole number; found "${shorten(text)}"`);
  return null;
}

function status(mapping: ActivityMapping, activity: XmlElement): string | null {
  const [element] = childrenOf(activity, 'activity-status');
  return element === undefined ? null : (mapping.term(element, 'code', CODELISTS.ActivityStatus) ?? null);
}

/** One of the descriptions: the others are counted as lost. */
function description(mapping: ActivityMapping, activity: XmlElement): string | null {
  const all = childrenOf(activity, 'description').flatMap((element) => narrativesOf(element, mapping.head.language));
  const main = mainNarrative(all);
  if (all.length > 1)
    mapping.loss.count('elements the model does not hold', 'description (further texts)', all.length - 1);
  return main === undefined ? null : mapping.cut(main.value, MAX_DESCRIPTION, main.element);
}

/** Aid types of other vocabularies than the DAC's are something else. */
function defaultAidType(activity: XmlElement): string | null {
  const element = childrenOf(activity, 'default-aid-type').find(
    (each) => (attributeOf(each, 'vocabulary') ?? '1') === '1',
  );
  return (element && attributeOf(element, 'code')?.slice(0, 20)) ?? null;
}

function codeIn(activity: XmlElement, name: string): string | null {
  const [element] = childrenOf(activity, name);
  return (element && attributeOf(element, 'code')?.slice(0, 20)) ?? null;
}
