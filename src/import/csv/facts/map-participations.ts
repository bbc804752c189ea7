import type { Cells } from '../read/cells.ts';
import type { Mention } from './actor-request.ts';
import { columnsIn, eachItem } from './each-item.ts';
import { readMappedDate } from './read-mapped-date.ts';
import { readTerm } from './read-term.ts';
import type { Place, RecordMapping } from './record-mapping.ts';
import { referToActor } from './refer-to-actor.ts';

/** How the tallies call the ways an actor is given. */
const FORMS: Readonly<Record<Mention['form'], string>> = {
  country: 'country',
  organisation: 'organisation by reference',
  name: 'organisation by name only',
  category: 'channel category',
};

/** Who published the activity and who takes part in it, each actor once in a role. */
export function mapParticipations(mapping: RecordMapping, activity: string, cells: Cells): void {
  const { publishedBy, participations, evidence } = mapping.context.mapping;
  if (publishedBy !== undefined) {
    const place = { cells, columns: columnsIn(publishedBy), evidence };
    const publisher = referToActor(mapping, publishedBy, place);
    mapping.tallies.count('published by', publisher === null ? 'nobody named' : FORMS[publisher.form]);
    if (publisher?.form === 'organisation' || publisher?.form === 'name') {
      mapping.edge('REPORTED_BY', activity, publisher.id, {}, place);
    }
  }
  eachItem(mapping, participations, cells, ({ actor, role: given, since, until }, place) => {
    const role = readTerm(mapping, given, 'Role', place, 'role');
    if (role === undefined) return;
    const mention = referToActor(mapping, actor, place);
    if (mention === null) return;
    mapping.tallies.count(`participations, ${role}`, FORMS[mention.form]);
    if (mention.form === 'category') addCategory(mapping, activity, mention, role, place);
    else {
      const dates = {
        ...(since && { since: readMappedDate(mapping, since, place, 'since') }),
        ...(until && { until: readMappedDate(mapping, until, place, 'until') }),
      };
      mapping.edge('PARTICIPATES_IN', mention.id, activity, { role, ...dates }, place, role);
    }
  });
}

/** A kind of channel is no organisation: the activity is delivered through it. */
function addCategory(
  mapping: RecordMapping,
  activity: string,
  { code, name }: { readonly code: string; readonly name: string },
  role: string,
  place: Place,
): void {
  mapping.tallies.count(`channel categories, ${role}`, code);
  const id = mapping.reference('ChannelCategory', `channel:${code}`, { code, name }, place);
  mapping.edge('DELIVERED_THROUGH', activity, id, { role }, place, role);
}
