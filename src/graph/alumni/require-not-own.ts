import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { findOwnRecord } from './find-own-record.ts';

/** Who decides whose record it is does not decide of their own: they would open what the office may not see. */
export async function requireNotOwn(
  transaction: ManagedTransaction,
  keys: PersonKeys,
  { by, ids, path, problems }: { by: string; ids: readonly string[]; path: string; problems: AlumniProblems },
): Promise<void> {
  const own = await findOwnRecord({ graph: transaction, keys }, by);
  if (own !== null && ids.includes(own.id))
    problems.add('CONFLICT', path, 'somebody else must do this: it is your own record');
}
