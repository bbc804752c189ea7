import type { ManagedTransaction } from 'neo4j-driver';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { markOfKeys, requireSameKeys } from './own-keys.ts';

/**
 * Makes every other writer of alumni wait until this transaction ends; refused with keys other than those that the alumni
 * of this graph were sealed with. The one node is matched, and locked by what does not depend on it: MERGE, and a
 * statement that begins by counting on what it matched, lock its key as well, and of many that do so at once the database
 * ends some again and again.
 */
export async function lockAlumni(transaction: ManagedTransaction, keys: PersonKeys): Promise<void> {
  const mark = markOfKeys(await keys.indexKey());
  const { records } = await transaction.run<{ mark: string }>(`MATCH (state:AlumniState {id: 'alumni'}) ${LOCK}`, {
    mark,
  });
  const [held] = records;
  if (held) requireSameKeys(held.get('mark'), mark);
  else await transaction.run(FIRST, { mark });
}

const LOCK = `
  SET state.lockedAt = datetime({timezone: 'Z'})
  WITH state
  SET state.keys = coalesce(state.keys, $mark)
  RETURN state.keys AS mark`;

const FIRST = `
  MERGE (state:AlumniState {id: 'alumni'})
  ON CREATE SET state.version = 0, state.events = 0
  WITH state ${LOCK}`;
