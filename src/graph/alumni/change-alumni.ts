import type { ManagedTransaction } from 'neo4j-driver';
import { lockAlumni } from './alumni-lock.ts';
import type { AlumniStore } from './alumni-store.ts';

/** Does something with what is held of alumni, alone, in one transaction: all of it is kept, or nothing. */
export function changeAlumni<Result>(
  { graph, keys }: AlumniStore,
  work: (transaction: ManagedTransaction) => Promise<Result>,
): Promise<Result> {
  return graph.write(async (transaction) => {
    await lockAlumni(transaction, keys);
    return work(transaction);
  });
}
