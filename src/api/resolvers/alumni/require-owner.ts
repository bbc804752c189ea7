import { DomainError } from '../../../errors.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { findOwnRecord } from '../../../graph/alumni/find-own-record.ts';
import type { RequestContext } from '../../context.ts';
import { requireRole } from '../../require-role.ts';
import { alumniOf } from './require-officer.ts';

/**
 * The id of the record of the alumnus who signs in. Where no record is theirs the answer is the same, whether none was
 * ever bound, or theirs was erased.
 */
export async function requireOwner(
  context: RequestContext,
): Promise<{ readonly id: string; readonly alumni: AlumniStore }> {
  const viewer = requireRole(context, ['ALUMNUS']);
  const alumni = alumniOf(context);
  const id = await findOwnRecord(alumni, viewer.id, context.signal);
  if (id === null) throw noRecord();
  return { id, alumni };
}

export function noRecord(): DomainError {
  return new DomainError('NotFound', 'No record is bound to who signs in; the alumni office can bind one.');
}
