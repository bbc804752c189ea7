import { readDay } from '../../values/read-day.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';
import { CODES_OF_VERSION_1, NAMES_OF_CODES } from './codes.ts';
import { joinLanguages } from './join-languages.ts';

type Upgrade = (element: XmlElement) => XmlElement;

/**
 * An activity or organisation of IATI 1.01 to 1.05 in the form of version 2: texts in narratives, one element for all
 * languages, numbers for words and letters. What is no code of version 1 stays as it is, and so does what version 2 does
 * not have: they are reported and counted like anything else.
 */
export function upgradeRecord(record: XmlElement): XmlElement {
  const upgrades = record.name === 'iati-organisation' ? OF_ORGANISATIONS : OF_ACTIVITIES;
  return { ...record, children: joinLanguages(upgradeChildren(record, upgrades)) };
}

const OF_TRANSACTIONS: ReadonlyMap<string, Upgrade> = new Map([
  ['transaction-type', inTurn(code('code', 'TransactionType'), codeFromName('TransactionType'))],
  ['provider-org', textToNarrative],
  ['receiver-org', textToNarrative],
  ['description', textToNarrative],
  ['transaction-date', dateFromText],
]);

const OF_ACTIVITIES: ReadonlyMap<string, Upgrade> = new Map([
  ['other-identifier', textToRef],
  ['title', textToNarrative],
  ['description', textToNarrative],
  ['reporting-org', textToNarrative],
  ['participating-org', inTurn(textToNarrative, code('role', 'OrganisationRole'))],
  ['activity-status', codeFromName('ActivityStatus')],
  ['activity-date', inTurn(code('type', 'ActivityDateType'), dateFromText)],
  ['recipient-country', textToNarrative],
  ['recipient-region', textToNarrative],
  ['sector', inTurn(textToNarrative, code('vocabulary', 'SectorVocabulary'))],
  ['transaction', (element) => ({ ...element, children: upgradeChildren(element, OF_TRANSACTIONS) })],
]);

const OF_ORGANISATIONS: ReadonlyMap<string, Upgrade> = new Map([
  ['iati-identifier', (element) => ({ ...element, name: 'organisation-identifier' })],
  ['name', textToNarrative],
  ['reporting-org', textToNarrative],
]);

function upgradeChildren({ children }: XmlElement, upgrades: ReadonlyMap<string, Upgrade>): XmlElement[] {
  return children.map((child) => upgrades.get(child.name)?.(child) ?? child);
}

function inTurn(first: Upgrade, second: Upgrade): Upgrade {
  return (element) => second(first(element));
}

/** The language stays on the element, too: it does no harm there. */
function textToNarrative(element: XmlElement): XmlElement {
  if (!/\S/.test(element.text)) return element;
  const attributes = Object.fromEntries(Object.entries(element.attributes).filter(([name]) => name.endsWith(':lang')));
  const narrative: XmlElement = { name: 'narrative', attributes, children: [], text: element.text, line: element.line };
  return { ...element, text: '', children: [narrative, ...element.children] };
}

function textToRef(element: XmlElement): XmlElement {
  const text = element.text.trim();
  return text === '' ? element : { ...withAttribute(element, 'ref', text), text: '' };
}

function code(attribute: string, list: keyof typeof CODES_OF_VERSION_1): Upgrade {
  return (element) => {
    const found = CODES_OF_VERSION_1[list].get(attributeOf(element, attribute)?.toLowerCase() ?? '');
    return found === undefined ? element : withAttribute(element, attribute, found);
  };
}

function codeFromName(list: keyof typeof NAMES_OF_CODES): Upgrade {
  return (element) => {
    if (attributeOf(element, 'code') !== undefined) return element;
    const found = NAMES_OF_CODES[list].get(element.text.replaceAll(/\s+/g, ' ').trim().toLowerCase());
    return found === undefined ? element : { ...withAttribute(element, 'code', found), text: '' };
  };
}

function dateFromText(element: XmlElement): XmlElement {
  const text = element.text.trim();
  if (attributeOf(element, 'iso-date') !== undefined || readDay(text) === null) return element;
  return { ...withAttribute(element, 'iso-date', text), text: '' };
}

function withAttribute(element: XmlElement, name: string, value: string): XmlElement {
  return { ...element, attributes: { ...element.attributes, [name]: value } };
}
