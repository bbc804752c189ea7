import type { ManagedTransaction } from 'neo4j-driver';

/** Of these drawers, those under which nobody is filed any more go: they would tell where somebody was. */
export async function removeEmptyDrawers(transaction: ManagedTransaction, drawers: readonly string[]): Promise<void> {
  if (drawers.length === 0) return;
  await transaction.run(
    `UNWIND $drawers AS name
     MATCH (drawer:AlumniDrawer {id: name}) WHERE NOT EXISTS { ()-[:FILED_UNDER]->(drawer) }
     DELETE drawer`,
    { drawers },
  );
}
