import { readLine } from '../../domain/alumni/read-line.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChanged } from './change-record.ts';
import { signInMark } from './find-own-record.ts';

export interface BindInput {
  readonly alumnus: string;
  readonly subject?: string | null;
}

const LONGEST = 255;

/**
 * Lets whoever signs in as this subject see and change this record; null takes that away. The record keeps no more of the
 * subject than a mark by which it is found. One subject has one record; that of a record that was merged into this one moves.
 */
export function bindAlumnus(
  store: AlumniStore,
  by: string,
  { alumnus: id, subject }: BindInput,
): Promise<RecordChanged> {
  return changeRecord(store, { by, id, path: 'input.alumnus' }, async ({ transaction, problems, note }) => {
    const read =
      subject === null || subject === undefined ? null : readLine(subject, 'input.subject', LONGEST, problems);
    if (read?.startsWith('alumnus:'))
      problems.add('INVALID_VALUE', 'input.subject', 'expected whom a token names; an id of a record needs no binding');
    if (problems.all.length > 0) return false;
    const boundTo = read === null ? null : await signInMark(store, read);
    const { records } = await transaction.run<{ id: string; boundTo: string | null; mergedInto: string | null }>(
      `MATCH (person:Alumnus) WHERE person.id = $id OR person.boundTo = $boundTo
       RETURN person.id AS id, person.boundTo AS boundTo, person.mergedInto AS mergedInto`,
      { id, boundTo },
    );
    const rows = records.map((record) => record.toObject());
    const others = rows.filter((row) => row.id !== id);
    if (others.some(({ mergedInto }) => mergedInto !== id)) {
      problems.add('CONFLICT', 'input.subject', 'another record is bound to this subject');
      return false;
    }
    if (others.length === 0 && rows.find((row) => row.id === id)?.boundTo === boundTo) return false;
    await transaction.run(`UNWIND $others AS other MATCH (person:Alumnus {id: other}) REMOVE person.boundTo`, {
      others: others.map((row) => row.id),
    });
    await transaction.run('MATCH (person:Alumnus {id: $id}) SET person.boundTo = $boundTo', { id, boundTo });
    await note({ action: 'RECORD_BOUND', detail: { isBound: boundTo !== null } });
    return true;
  });
}
