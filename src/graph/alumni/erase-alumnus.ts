import type { ManagedTransaction } from 'neo4j-driver';
import { type AlumniProblem, AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import { readReason } from '../../domain/alumni/read-reason.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';
import { readHeldPerson } from './held-person.ts';
import { mergedInto } from './merge/require-person.ts';
import { moveAlumniVersion } from './move-alumni-version.ts';
import { removeEmptyDrawers } from './remove-empty-drawers.ts';

export interface EraseInput {
  readonly alumnus: string;
  readonly reason: string;
}

/** Who erases: the office may where the alumnus asked for it, with any of the records; an administrator always. */
export interface Eraser {
  readonly id: string;
  readonly mayUnasked: boolean;
}

export interface Erased {
  /** Null where nothing was erased. */
  readonly id: string | null;
  readonly problems: readonly AlumniProblem[];
}

/**
 * Erases somebody: first their keys, so that from then on nothing of them can be read wherever it lies, then all that is
 * held. Where it is cut off in between it can be done again, by whoever might before. What stays is one event.
 */
export function eraseAlumnus(store: AlumniStore, eraser: Eraser, input: EraseInput): Promise<Erased> {
  const { keys } = store;
  return changeAlumni(store, async (transaction) => {
    const problems = new AlumniProblems();
    const person = await readHeldPerson(transaction, keys, input.alumnus);
    const reason = readReason(input.reason, 'input.reason', problems, person?.profile.names);
    const ids = await recordsOf(transaction, input.alumnus);
    if (ids.length === 0) {
      const into = await mergedInto(transaction, input.alumnus);
      if (into === null) problems.add('NOT_FOUND', 'input.alumnus', 'no alumnus has this id');
      else problems.add('CONFLICT', 'input.alumnus', `was merged into ${into}`);
    } else if (!eraser.mayUnasked && !(await wasAsked(transaction, ids)))
      problems.add(
        'CONFLICT',
        'input.alumnus',
        'the alumnus has not asked for it; an administrator can do it all the same',
      );
    if (reason === null || problems.all.length > 0) return { id: null, problems: problems.all };
    await keys.destroy(ids);
    await removeRecords(transaction, ids);
    await moveAlumniVersion(transaction);
    await appendAlumniEvent(transaction, {
      by: eraser.id,
      action: 'RECORD_ERASED',
      subjects: ids,
      purpose: reason,
      detail: '{}',
    });
    return { id: input.alumnus, problems: [] };
  });
}

/** The record and all that were merged into it, also by way of others; none where it is itself merged into another. */
async function recordsOf(transaction: ManagedTransaction, id: string): Promise<string[]> {
  const { records } = await transaction.run<{ id: string }>(
    `MATCH (person:Alumnus {id: $id}) WHERE person.mergedInto IS NULL RETURN person.id AS id`,
    { id },
  );
  const found = records.map((record) => record.get('id'));
  for (let last = found; last.length > 0; ) {
    const merged = await transaction.run<{ id: string }>(
      'UNWIND $last AS into MATCH (person:Alumnus {mergedInto: into}) WHERE NOT person.id IN $found RETURN DISTINCT person.id AS id',
      { last, found },
    );
    last = merged.records.map((record) => record.get('id'));
    found.push(...last);
  }
  return found;
}

/** Whether one of these records, readable or not, was asked to be erased. */
async function wasAsked(transaction: ManagedTransaction, ids: readonly string[]): Promise<boolean> {
  const { records } = await transaction.run(
    'MATCH (person:Alumnus) WHERE person.id IN $ids AND person.erasureAskedOn IS NOT NULL RETURN person.id AS id LIMIT 1',
    { ids },
  );
  return records.length > 0;
}

/** The records with all that hangs on them, and drawers that nobody else is filed under. */
async function removeRecords(transaction: ManagedTransaction, ids: readonly string[]): Promise<void> {
  await transaction.run(
    `MATCH (person:Alumnus) WHERE person.id IN $ids
     OPTIONAL MATCH (person)-[:REACHED_BY|GAVE]->(part)
     DETACH DELETE part`,
    { ids },
  );
  const { records } = await transaction.run<{ drawers: string[] }>(
    `MATCH (person:Alumnus) WHERE person.id IN $ids
     OPTIONAL MATCH (person)-[:FILED_UNDER]->(drawer:AlumniDrawer)
     WITH collect(DISTINCT person) AS persons, collect(DISTINCT drawer.id) AS drawers
     FOREACH (person IN persons | DETACH DELETE person)
     RETURN drawers`,
    { ids },
  );
  await removeEmptyDrawers(transaction, records[0]?.get('drawers') ?? []);
  await transaction.run(
    `MATCH (other:Alumnus) WHERE any(id IN other.distinctFrom WHERE id IN $ids)
     SET other.distinctFrom = [id IN other.distinctFrom WHERE NOT id IN $ids]`,
    { ids },
  );
}
