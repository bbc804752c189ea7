import { suggestClosest } from '../../domain/suggest-closest.ts';
import { DomainError } from '../../errors.ts';
import { readCodeList } from '../codelists/read-code-list.ts';
import { readOrganisation } from '../organisations/read-organisation.ts';
import { findCountry } from './facts/find-country.ts';
import type { ActorMapping } from './mapping/format.ts';
import { givenActors } from './mapping/given-actors.ts';
import type { ReadMapping } from './mapping/read-mapping.ts';
import { constantOf } from './mapping/template.ts';

/** Which of these ids of organisations the graph has. */
export type FindIds = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Refuses a mapping that gives the id of an actor whom nobody knows: neither the curated facts, nor the mapping itself,
 * nor the graph, which is asked only where the others do not know it.
 */
export async function requireKnownIds({ mapping, file, lineOf }: ReadMapping, findIds: FindIds): Promise<void> {
  const actors = givenActors(mapping);
  const made = new Set(actors.map(({ actor }) => idMade(actor, mapping.name)));
  const doubtful = actors.flatMap(({ actor: { id }, path }) =>
    id === undefined || isCurated(id) || made.has(id) ? [] : [{ id, path: [...path, 'id'] }],
  );
  const asked = doubtful.map(({ id }) => id).filter((id) => !isCountry(id));
  const known = asked.length === 0 ? new Set<string>() : await findIds(asked);
  const unknown = doubtful.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return;
  const listed = unknown.map(
    ({ id, path }) =>
      `${file}:${lineOf(path)}: ${path.join('.')}: found "${id}"; expected the id of ${expected(id)}${suggestClosest(id, curatedIds(id))}`,
  );
  throw new DomainError('InvalidInput', listed.join('\n'));
}

function expected(id: string): string {
  return isCountry(id) ? 'a country, like country:KZ' : 'an organisation that the graph has, like organisation:kazaid';
}

function isCountry(id: string): boolean {
  return id.startsWith('country:');
}

function isCurated(id: string): boolean {
  const code = id.slice(id.indexOf(':') + 1);
  return isCountry(id) ? findCountry(code) !== undefined : readCodeList('organisations').isKnown(code);
}

function curatedIds(id: string): string[] {
  const [prefix, list] = isCountry(id)
    ? (['country', 'countries'] as const)
    : (['organisation', 'organisations'] as const);
  return readCodeList(list).codes.map(({ code }) => `${prefix}:${code}`);
}

/** The id of an organisation that the mapping gives by a reference, or a name, that is the same in every row. */
function idMade({ organisation, name, id }: ActorMapping, mapping: string): string | undefined {
  const ref = organisation && constantOf(organisation.value);
  const called = name && constantOf(name.value);
  if (id !== undefined || (organisation !== undefined && ref === undefined)) return undefined;
  const made = readOrganisation(ref, called, mapping);
  return made === null || made.form === 'category' ? undefined : made.id;
}
