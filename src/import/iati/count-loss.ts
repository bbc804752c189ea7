import type { Tally } from '../tally.ts';
import type { XmlElement } from './xml-element.ts';

type Held = Readonly<Record<string, readonly string[]>>;

/** What the mappers read: each element by its path in the record, and its attributes. All else is lost, and counted. */
const HELD_OF_ACTIVITIES: Held = {
  'iati-activity': ['default-currency', 'hierarchy', 'humanitarian', 'last-updated-datetime'],
  'iati-identifier': [],
  'other-identifier': ['ref', 'type'],
  'reporting-org': ['ref', 'type', 'secondary-reporter'],
  'reporting-org/narrative': [],
  title: [],
  'title/narrative': [],
  description: ['type'],
  'description/narrative': [],
  'participating-org': ['ref', 'type', 'role', 'activity-id'],
  'participating-org/narrative': [],
  'activity-status': ['code'],
  'activity-date': ['type', 'iso-date'],
  'activity-scope': ['code'],
  'recipient-country': ['code', 'percentage'],
  'recipient-country/narrative': [],
  'recipient-region': ['code', 'percentage', 'vocabulary'],
  'recipient-region/narrative': [],
  sector: ['code', 'percentage', 'vocabulary'],
  'sector/narrative': [],
  tag: ['code', 'vocabulary'],
  'collaboration-type': ['code'],
  'default-flow-type': ['code'],
  'default-finance-type': ['code'],
  'default-aid-type': ['code', 'vocabulary'],
  'default-tied-status': ['code'],
  'related-activity': ['ref', 'type'],
  transaction: ['ref', 'humanitarian'],
  'transaction/transaction-type': ['code'],
  'transaction/transaction-date': ['iso-date'],
  'transaction/value': ['currency', 'value-date'],
  'transaction/provider-org': ['ref', 'type', 'provider-activity-id'],
  'transaction/provider-org/narrative': [],
  'transaction/receiver-org': ['ref', 'type', 'receiver-activity-id'],
  'transaction/receiver-org/narrative': [],
  'transaction/recipient-country': ['code'],
  'transaction/recipient-country/narrative': [],
  'transaction/recipient-region': ['code', 'vocabulary'],
  'transaction/recipient-region/narrative': [],
  'transaction/sector': ['code', 'vocabulary'],
  'transaction/sector/narrative': [],
  'transaction/flow-type': ['code'],
  'transaction/finance-type': ['code'],
  'transaction/aid-type': ['code', 'vocabulary'],
  'transaction/tied-status': ['code'],
};

const HELD_OF_ORGANISATIONS: Held = {
  'iati-organisation': [],
  'organisation-identifier': [],
  name: [],
  'name/narrative': [],
  'reporting-org': ['ref', 'type'],
};

/** Elements whose text is read; everywhere else it stands in narratives. */
const WITH_TEXT: ReadonlySet<string> = new Set(['iati-identifier', 'organisation-identifier', 'transaction/value']);

/** Names and addresses of persons: never read, so that they are nowhere in the graph. */
const PRIVATE: ReadonlySet<string> = new Set(['contact-info']);

/** Counts every element, attribute and text that no mapper reads, each by its path; what is inside a lost element is lost with it. */
export function countLoss(record: XmlElement, loss: Tally): void {
  const held = record.name === 'iati-organisation' ? HELD_OF_ORGANISATIONS : HELD_OF_ACTIVITIES;
  countAttributes(record, record.name, held, loss);
  for (const child of record.children) countElement(child, child.name, held, loss);
}

function countElement(element: XmlElement, path: string, held: Held, loss: Tally): void {
  if (PRIVATE.has(path)) loss.count('dropped for privacy', path);
  else if (!Object.hasOwn(held, path)) loss.count('elements the model does not hold', path.slice(0, 100));
  else {
    countAttributes(element, path, held, loss);
    if (element.name !== 'narrative' && !WITH_TEXT.has(path) && /\S/.test(element.text)) {
      loss.count('texts outside of narratives', path);
    }
    for (const child of element.children) countElement(child, `${path}/${child.name}`, held, loss);
  }
}

function countAttributes(element: XmlElement, path: string, held: Held, loss: Tally): void {
  const read = held[path] ?? [];
  for (const name of Object.keys(element.attributes)) {
    if (read.includes(name) || name.endsWith(':lang') || name.startsWith('xmlns')) continue;
    loss.count('attributes the model does not hold', `${path}/@${name}`.slice(0, 100));
  }
}
