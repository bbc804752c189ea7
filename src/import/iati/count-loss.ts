import type { Tally } from '../tally.ts';
import type { XmlElement } from './xml-element.ts';

/** What the mappers read: each element by its path in the activity, and its attributes. All else is lost, and counted. */
const HELD: Readonly<Record<string, readonly string[]>> = {
  'iati-activity': ['default-currency', 'hierarchy', 'last-updated-datetime'],
  'iati-identifier': [],
  'reporting-org': ['ref', 'type'],
  'reporting-org/narrative': [],
  title: [],
  'title/narrative': [],
  description: [],
  'description/narrative': [],
  'participating-org': ['ref', 'type', 'role'],
  'participating-org/narrative': [],
  'activity-status': ['code'],
  'activity-date': ['type', 'iso-date'],
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
  'related-activity': ['ref', 'type'],
  transaction: ['ref', 'humanitarian'],
  'transaction/transaction-type': ['code'],
  'transaction/transaction-date': ['iso-date'],
  'transaction/value': ['currency', 'value-date'],
  'transaction/provider-org': ['ref', 'type', 'provider-activity-id'],
  'transaction/provider-org/narrative': [],
  'transaction/receiver-org': ['ref', 'type', 'receiver-activity-id'],
  'transaction/receiver-org/narrative': [],
};

/** Names and addresses of persons: never read, so that they are nowhere in the graph. */
const PRIVATE: ReadonlySet<string> = new Set(['contact-info']);

/** Counts every element and attribute that no mapper reads, each by its path; what is inside a lost element is lost with it. */
export function countLoss(activity: XmlElement, loss: Tally): void {
  countAttributes(activity, 'iati-activity', loss);
  for (const child of activity.children) countElement(child, child.name, loss);
}

function countElement(element: XmlElement, path: string, loss: Tally): void {
  if (PRIVATE.has(path)) loss.count('dropped for privacy', path);
  else if (!Object.hasOwn(HELD, path)) loss.count('elements the model does not hold', path.slice(0, 100));
  else {
    countAttributes(element, path, loss);
    for (const child of element.children) countElement(child, `${path}/${child.name}`, loss);
  }
}

function countAttributes(element: XmlElement, path: string, loss: Tally): void {
  const held = HELD[path] ?? [];
  for (const name of Object.keys(element.attributes)) {
    if (held.includes(name) || name.endsWith(':lang') || name.startsWith('xmlns')) continue;
    loss.count('attributes the model does not hold', `${path}/@${name}`.slice(0, 100));
  }
}
