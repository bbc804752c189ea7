import { readCodeList } from '../../codelists/read-code-list.ts';
import type { ActorMapping } from '../mapping/format.ts';
import { type ActorRequest, type Mention, requestActor } from './actor-request.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';
import { referToAgency, referToChannel, referToDonor } from './refer-by-dac-code.ts';
import { referToCountry } from './refer-to-country.ts';
import { addOrganisation, referToOrganisation } from './refer-to-organisation.ts';

/** Adds the actor that the cells refer to; null where they name nobody, or nobody who is known, which is a problem. */
export function referToActor(mapping: RecordMapping, actor: ActorMapping, place: Place): Mention | null {
  const request = requestActor(mapping, actor, place);
  const read = (key: 'country' | 'donor' | 'agency' | 'channel' | 'organisation') =>
    mapping.referenceText(readText(mapping, actor[key], place, key), key, place);
  if (actor.id !== undefined) return referById(request, actor.id);
  if (actor.country !== undefined) return orNull(read('country'), (text) => referToCountry(request, text));
  if (actor.donor !== undefined) return orNull(read('donor'), (code) => referToDonor(request, code));
  if (actor.agency !== undefined) return orNull(read('agency'), (code) => referToAgency(request, code));
  const channel = read('channel');
  // Beside a reference, a code that is not on the list of channels is none.
  if (channel !== undefined && (actor.organisation === undefined || readCodeList('crs-channels').isKnown(channel))) {
    return referToChannel(request, channel);
  }
  return actor.channel !== undefined && actor.organisation === undefined
    ? null
    : referToOrganisation(request, read('organisation'));
}

function orNull(text: string | undefined, refer: (text: string) => Mention | null): Mention | null {
  return text === undefined ? null : refer(text);
}

function referById(request: ActorRequest, id: string): Mention | null {
  const [kind, key = ''] = id.split(/:(.*)/s);
  return kind === 'country' ? referToCountry(request, key) : addOrganisation(request, { ownId: id });
}
