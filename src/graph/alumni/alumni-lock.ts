import type { ManagedTransaction } from 'neo4j-driver';

/** Makes every other writer of alumni wait until this transaction ends, and says that what was read of them is out of date. */
export async function lockAlumni(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(
    "MERGE (state:AlumniState {id: 'alumni'}) ON CREATE SET state.version = 0, state.events = 0 SET state.version = state.version + 1",
  );
}
