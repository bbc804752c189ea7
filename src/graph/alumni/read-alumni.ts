import type { Alumnus } from '../../domain/alumni/alumnus.ts';
import type { Consent } from '../../domain/alumni/consent.ts';
import type { AlumniStore } from './alumni-store.ts';
import { type HeldPerson, readHeldPersons } from './held-person.ts';

/** A record as the office sees it: without contacts, with all its consents, those that were withdrawn too. */
export interface HeldAlumnus extends Alumnus {
  readonly consents: readonly Consent[];
  /** YYYY-MM-DD: the day they asked to be erased. */
  readonly erasureAskedOn: string | null;
}

/** These records, opened, each with what was merged into it; null for one that is merged into another, was erased, or never was. */
export async function readAlumni(
  { graph, keys }: AlumniStore,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<(HeldAlumnus | null)[]> {
  const persons = await readHeldPersons(graph, keys, ids, signal);
  const held = new Map(persons.map((person) => [person.id, toAlumnus(person)]));
  return ids.map((id) => held.get(id) ?? null);
}

function toAlumnus({ records, profile, ...person }: HeldPerson): HeldAlumnus {
  const [, ...merged] = records;
  const consents = records.flatMap((record) => record.consents);
  return {
    ...person,
    ...profile,
    mergedFrom: merged.map(({ id }) => id),
    consents: consents.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
