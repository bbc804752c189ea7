import type { Attributes } from '../xml/element.ts';
import { GOVERNMENT, ORGANISATION_TYPES } from './codes.ts';
import type { NamedActor } from './own-activity.ts';
import type { Publisher } from './publisher.ts';

/** Reference and type of an organisation, as far as they are known. */
export function organisationAttributes(actor: NamedActor, publisher: Publisher): Attributes {
  const ref = actor.id === publisher.id ? publisher.ref : actor.ref;
  const type = actor.isCountry ? GOVERNMENT : actor.kind === null ? undefined : ORGANISATION_TYPES[actor.kind];
  return { ...(ref !== null && { ref }), ...(type !== undefined && { type }) };
}
