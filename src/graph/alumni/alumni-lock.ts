import type { ManagedTransaction } from 'neo4j-driver';

/**
 * Makes every other writer of alumni wait until this transaction ends, and says that what was read of them is out of date.
 * The one node is matched, and locked by what does not depend on it: MERGE, and a statement that begins by counting on
 * what it matched, lock its key as well, and of many that do so at once the database ends some again and again.
 */
export async function lockAlumni(transaction: ManagedTransaction): Promise<void> {
  const { records } = await transaction.run(`MATCH (state:AlumniState {id: 'alumni'}) ${LOCK}`);
  if (records.length > 0) return;
  await transaction.run(
    `MERGE (state:AlumniState {id: 'alumni'}) ON CREATE SET state.version = 0, state.events = 0 WITH state ${LOCK}`,
  );
}

const LOCK =
  "SET state.changedAt = datetime({timezone: 'Z'}) WITH state SET state.version = state.version + 1 RETURN state.version AS version";
