import { readLine } from '../../domain/alumni/read-line.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChanged } from './change-record.ts';
import { signInMark } from './find-own-record.ts';
import { requireNotOwn } from './require-not-own.ts';

export interface BindInput {
  readonly alumnus: string;
  readonly subject?: string | null;
}

const LONGEST = 255;

/**
 * Lets whoever signs in as this subject see and change this record; null takes that away. The record keeps no more of the
 * subject than a mark by which it is found. One subject has one record, and a person, however many records were merged
 * into theirs, one subject; the mark stays on the record that it was given to.
 */
export function bindAlumnus(
  store: AlumniStore,
  by: string,
  { alumnus: id, subject }: BindInput,
): Promise<RecordChanged> {
  return changeRecord(store, { by, id, path: 'input.alumnus' }, async ({ transaction, keys, problems, note }) => {
    const read =
      subject === null || subject === undefined ? null : readLine(subject, 'input.subject', LONGEST, problems);
    if (read?.startsWith('alumnus:'))
      problems.add('INVALID_VALUE', 'input.subject', 'expected whom a token names; an id of a record needs no binding');
    const boundTo = read === null ? null : await signInMark(store, read);
    if (boundTo !== null && boundTo === (await signInMark(store, by)))
      problems.add('CONFLICT', 'input.subject', 'somebody else must do this: nobody binds a record to themselves');
    await requireNotOwn(transaction, keys, { by, ids: [id], path: 'input.alumnus', problems });
    if (problems.all.length > 0) return false;
    const { records } = await transaction.run<{ person: string; mark: string | null }>(
      `MATCH (record:Alumnus) WHERE record.id = $id OR record.mergedInto = $id OR record.boundTo = $boundTo
       RETURN coalesce(record.mergedInto, record.id) AS person, record.boundTo AS mark`,
      { id, boundTo },
    );
    const rows = records.map((record) => record.toObject()).filter(({ mark }) => mark !== null);
    if (rows.some(({ person }) => person !== id)) {
      problems.add('CONFLICT', 'input.subject', 'another record is bound to this subject');
      return false;
    }
    if (boundTo === null ? rows.length === 0 : rows.some(({ mark }) => mark === boundTo)) return false;
    await transaction.run(
      'MATCH (record:Alumnus) WHERE record.id = $id OR record.mergedInto = $id REMOVE record.boundTo',
      { id },
    );
    await transaction.run('MATCH (person:Alumnus {id: $id}) SET person.boundTo = $boundTo', { id, boundTo });
    await note({ action: 'RECORD_BOUND', detail: { isBound: boundTo !== null } });
    return true;
  });
}
