import type { ManagedTransaction } from 'neo4j-driver';

/** Touching the one state node first makes every other writer wait until this transaction ends. */
export async function lockGraph(transaction: ManagedTransaction): Promise<void> {
  await transaction.run("MERGE (s:GraphState {id: 'graph'}) ON CREATE SET s.version = 0 SET s.lockedAt = timestamp()");
}

/** Says that what was read of the graph before is out of date. */
export async function moveVersion(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(
    "MATCH (s:GraphState {id: 'graph'}) SET s.version = s.version + 1, s.changedAt = datetime({timezone: 'Z'})",
  );
}
