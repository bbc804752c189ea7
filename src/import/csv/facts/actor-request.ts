import { shorten } from '../../values/shorten.ts';
import type { ActorMapping } from '../mapping/format.ts';
import { mayBePerson } from '../values/may-be-person.ts';
import { withoutOfficial } from '../values/without-personal.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** Who the cells mean. A channel category is told, and is no actor. */
export type Mention =
  | { readonly form: 'country' | 'organisation' | 'name'; readonly id: string }
  | { readonly form: 'category'; readonly code: string; readonly name: string };

/** An actor of the mapping, in one place of the file. */
export interface ActorRequest {
  readonly mapping: RecordMapping;
  readonly actor: ActorMapping;
  readonly place: Place;
  /** The name beside the code, without that of an official; undefined where there is none. */
  readonly name: string | undefined;
}

export function requestActor(mapping: RecordMapping, actor: ActorMapping, place: Place): ActorRequest {
  return { mapping, actor, place, name: nameIn(mapping, actor, place) };
}

function nameIn(mapping: RecordMapping, { name, dropPeople }: ActorMapping, place: Place): string | undefined {
  const text = readText(mapping, name, place, 'name');
  if (text === undefined) return undefined;
  const own = withoutOfficial(text);
  if (own !== text) mapping.loss.count('dropped for privacy', 'names of officials after a bar');
  if (dropPeople === true && mayBePerson(own)) {
    mapping.loss.count('dropped for privacy', 'names that may be those of persons');
    return undefined;
  }
  return own === '' ? undefined : mapping.cut(own, 'a name', place);
}

/** Reports a code that is on no list. */
export function reportUnknown({ mapping, place }: ActorRequest, expected: string, found: string, outcome = ''): void {
  mapping.problem(place.cells, 'unknown-code', `expected ${expected}; found "${shorten(found)}"${outcome}`);
}
