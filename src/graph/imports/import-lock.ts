import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';

/** Who imports now. */
export interface ImportHolder {
  readonly token: string;
  readonly host: string;
  readonly processId: number;
  /** Where process ids mean the same processes. */
  readonly processSpace: string;
  /** What it does, for those who wait. */
  readonly task: string;
}

export interface LockHolder extends ImportHolder {
  readonly since: string;
}

/** Who says nothing for this long is gone. */
const LEASE_SECONDS = 60;

/**
 * Takes the one place for who reads files into the graph, or gives who has it. A place whose holder is gone is free:
 * one that has not renewed it, or of whom `isGone` knows.
 */
export function takeImportLock(
  graph: Graph,
  wanted: ImportHolder,
  isGone: (holder: ImportHolder) => boolean,
): Promise<LockHolder | null> {
  return graph.write(async (transaction) => {
    const holder = await readHolder(transaction);
    if (holder !== null && holder.token !== wanted.token && !isGone(holder)) return holder;
    await transaction.run(
      `MATCH (l:ImportLock {id: 'import'})
       SET l += $wanted, l.since = datetime({timezone: 'Z'}), l.until = datetime({timezone: 'Z'}) + duration({seconds: $seconds})`,
      { wanted, seconds: LEASE_SECONDS },
    );
    return null;
  });
}

/** The holder while its lease holds. The lock is touched first, so that two who ask at once come one after the other. */
async function readHolder(transaction: ManagedTransaction): Promise<LockHolder | null> {
  const { records } = await transaction.run<{ holder: LockHolder }>(
    `MERGE (l:ImportLock {id: 'import'}) SET l.touched = timestamp()
     WITH l WHERE l.until > datetime()
     RETURN l {.token, .host, .processId, .processSpace, .task, since: toString(l.since)} AS holder`,
  );
  return records[0]?.get('holder') ?? null;
}

/** Says that the holder is still there. False where another has taken its place in the meantime. */
export function renewImportLock(graph: Graph, token: string): Promise<boolean> {
  return graph.write(async (transaction) => {
    const { records } = await transaction.run(
      `MATCH (l:ImportLock {id: 'import', token: $token})
       SET l.until = datetime({timezone: 'Z'}) + duration({seconds: $seconds})
       RETURN l.id`,
      { token, seconds: LEASE_SECONDS },
    );
    return records.length > 0;
  });
}

export async function leaveImportLock(graph: Graph, token: string): Promise<void> {
  await graph.write((transaction) =>
    transaction.run("MATCH (l:ImportLock {id: 'import', token: $token}) DELETE l", { token }),
  );
}

/** Who imports now; null where nobody does. */
export async function findImportHolder(graph: Graph): Promise<LockHolder | null> {
  const [row] = await graph.read<{ holder: LockHolder }>(
    `MATCH (l:ImportLock {id: 'import'}) WHERE l.until > datetime()
     RETURN l {.token, .host, .processId, .processSpace, .task, since: toString(l.since)} AS holder`,
  );
  return row?.holder ?? null;
}
