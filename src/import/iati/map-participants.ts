import type { ActivityMapping } from './activity-mapping.ts';
import { CHANNEL_CATEGORIES } from './channel-categories.ts';
import { CODELISTS } from './codelists.ts';
import type { OrganisationMention } from './read-organisation.ts';
import { referToOrganisation } from './refer-to-organisation.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** How the tallies call the ways an organisation is given. */
const FORMS: Readonly<Record<OrganisationMention['form'], string>> = {
  reference: 'organisation by reference',
  category: 'channel category',
  name: 'organisation by name only',
};

/** Who reports the activity and who takes part in it, each organisation once in a role. */
export function mapParticipants(mapping: ActivityMapping, activity: XmlElement): void {
  for (const element of childrenOf(activity, 'reporting-org').slice(0, 1)) mapReporter(mapping, element);
  for (const element of childrenOf(activity, 'participating-org')) mapParticipant(mapping, element);
}

function mapReporter(mapping: ActivityMapping, element: XmlElement): void {
  const reporter = referToOrganisation(mapping, element);
  if (reporter === null || reporter.form === 'category') {
    mapping.problem(
      element,
      'missing-value',
      'reporting-org: expected the reference or name of an organisation; found none',
    );
    return;
  }
  mapping.edge('REPORTED_BY', mapping.head.id, reporter.id, {}, element);
}

function mapParticipant(mapping: ActivityMapping, element: XmlElement): void {
  const role = mapping.term(element, 'role', CODELISTS.OrganisationRole);
  if (role === undefined) return;
  const actor = referToOrganisation(mapping, element);
  mapping.tallies.count(`participating organisations, ${role}`, actor === null ? 'neither' : FORMS[actor.form]);
  if (actor === null) {
    mapping.problem(element, 'missing-value', 'participating-org: expected a reference or a name; found neither');
    return;
  }
  if (actor.form === 'category') {
    mapping.tallies.count(`channel categories, ${role}`, actor.code);
    const properties = { code: actor.code, name: CHANNEL_CATEGORIES.get(actor.code) ?? actor.code };
    const category = mapping.reference('ChannelCategory', `channel:${actor.code}`, properties, element);
    mapping.edge('DELIVERED_THROUGH', mapping.head.id, category, { role }, element, role);
    return;
  }
  mapping.edge('PARTICIPATES_IN', actor.id, mapping.head.id, { role }, element, role);
}
