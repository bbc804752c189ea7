import { channelCategory } from '../organisations/channel-categories.ts';
import type { OrganisationMention } from '../organisations/read-organisation.ts';
import { CODELISTS } from './codelists.ts';
import { referToActivity } from './map-related-activities.ts';
import type { RecordMapping } from './record-mapping.ts';
import { referToOrganisation } from './refer-to-organisation.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** How the tallies call the ways an organisation is given. */
const FORMS: Readonly<Record<OrganisationMention['form'], string>> = {
  reference: 'organisation by reference',
  category: 'channel category',
  name: 'organisation by name only',
};

/** Who reports the activity and who takes part in it, each organisation once in a role. */
export function mapParticipants(mapping: RecordMapping, activity: XmlElement): void {
  for (const element of childrenOf(activity, 'reporting-org').slice(0, 1)) mapReporter(mapping, element);
  for (const element of childrenOf(activity, 'participating-org')) mapParticipant(mapping, element);
}

function mapReporter(mapping: RecordMapping, element: XmlElement): void {
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

/** The activity under which the participant publishes its own part in this one. */
function mapOwnActivity(mapping: RecordMapping, element: XmlElement): void {
  const identifier = mapping.referenceIn(element, 'activity-id');
  if (identifier === undefined) return;
  const group = 'participating-org, activity-id';
  if (identifier === mapping.head.identifier) {
    mapping.tallies.count(group, 'own activity');
    return;
  }
  mapping.namedActivities.push({ group, key: 'another', identifier });
  const other = referToActivity(mapping, identifier, element);
  const kind = 'PARTICIPANT_ACTIVITY';
  mapping.edge('RELATED_TO', mapping.head.id, other, { kind }, element, kind);
}

function mapParticipant(mapping: RecordMapping, element: XmlElement): void {
  const role = mapping.term(element, 'role', CODELISTS.OrganisationRole);
  if (role === undefined) return;
  const actor = referToOrganisation(mapping, element);
  mapping.tallies.count(`participating organisations, ${role}`, actor === null ? 'neither' : FORMS[actor.form]);
  mapOwnActivity(mapping, element);
  if (actor === null) {
    mapping.problem(element, 'missing-value', 'participating-org: expected a reference or a name; found neither');
    return;
  }
  if (actor.form === 'category') {
    mapping.tallies.count(`channel categories, ${role}`, actor.code);
    const properties = { code: actor.code, name: channelCategory(actor.code) ?? actor.code };
    const category = mapping.reference('ChannelCategory', `channel:${actor.code}`, properties, element);
    mapping.edge('DELIVERED_THROUGH', mapping.head.id, category, { role }, element, role);
    return;
  }
  mapping.edge('PARTICIPATES_IN', actor.id, mapping.head.id, { role }, element, role);
}
