import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import type { PersonKeys } from '../../../domain/alumni/person-keys.ts';
import { type HeldPerson, readHeldPerson } from '../held-person.ts';

/** Somebody who is held by a record of their own; null with a problem where they are merged into another, erased, or never were. */
export async function requirePerson(
  transaction: ManagedTransaction,
  keys: PersonKeys,
  { id, path, problems }: { readonly id: string; readonly path: string; readonly problems: AlumniProblems },
): Promise<HeldPerson | null> {
  const person = await readHeldPerson(transaction, keys, id);
  if (person !== null) return person;
  const into = await mergedInto(transaction, id);
  if (into === null) problems.add('NOT_FOUND', path, 'no alumnus has this id');
  else problems.add('CONFLICT', path, `expected a record that is not merged; this one was merged into ${into}`);
  return null;
}

/** The record that this one was merged into; null where it was not. */
export async function mergedInto(transaction: ManagedTransaction, id: string): Promise<string | null> {
  const { records } = await transaction.run<{ into: string | null }>(
    'MATCH (person:Alumnus {id: $id}) RETURN person.mergedInto AS into',
    { id },
  );
  return records[0]?.get('into') ?? null;
}
