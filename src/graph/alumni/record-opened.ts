import { blind } from '../../domain/alumni/seal.ts';
import { today } from '../../domain/today.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { changeAlumni } from './change-alumni.ts';

/**
 * Writes down that somebody of the office opened a record, with those that were merged into it: once a day for each of them,
 * and once more where another came to it.
 */
export async function recordOpened(store: AlumniStore, by: string, ...ids: readonly string[]): Promise<void> {
  const once = blind(`opened ${JSON.stringify([by, ...ids, today()])}`, await store.keys.indexKey());
  const [written] = await store.graph.read(WRITTEN, { once });
  if (written) return;
  await changeAlumni(store, async (transaction) => {
    const { records } = await transaction.run(WRITTEN, { once });
    if (records.length > 0) return;
    await appendAlumniEvent(transaction, {
      by,
      action: 'RECORD_OPENED',
      subjects: ids,
      purpose: null,
      detail: '{}',
      once,
    });
  });
}

const WRITTEN = 'MATCH (event:AlumniEvent {once: $once}) RETURN event.id AS id LIMIT 1';
