import { blind } from '../../domain/alumni/seal.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';

export interface Showing {
  readonly action: 'RECORD_OPENED' | 'RECORDS_LISTED';
  readonly by: string;
  /** The records, with those that were merged into them. */
  readonly ids: readonly string[];
}

/** Writes down to whom of the office which records are shown: once a day for the same ones, and once more where another came to them. */
export async function recordShown(store: AlumniStore, { action, by, ids }: Showing): Promise<void> {
  const once = blind(`shown ${JSON.stringify([action, by, ...ids.toSorted(), today()])}`, await store.keys.indexKey());
  const [written] = await store.graph.read(WRITTEN, { once });
  if (written) return;
  await changeAlumni(store, async (transaction) => {
    const { records } = await transaction.run(WRITTEN, { once });
    if (records.length > 0) return;
    await appendAlumniEvent(transaction, { by, action, subjects: ids, purpose: null, detail: '{}', once });
  });
}

const WRITTEN = 'MATCH (event:AlumniEvent {once: $once}) RETURN event.id AS id LIMIT 1';
