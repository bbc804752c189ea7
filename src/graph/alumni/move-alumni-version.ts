import type { ManagedTransaction } from 'neo4j-driver';

/** Says that what was counted of alumni, and where it ended, is out of date. The alumni must be locked. */
export async function moveAlumniVersion(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(
    `MATCH (state:AlumniState {id: 'alumni'})
     SET state.version = state.version + 1, state.changedAt = datetime({timezone: 'Z'})`,
  );
}
