import { DomainError } from '../../../errors.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { findOwnRecord, type OwnRecordFound } from '../../../graph/alumni/find-own-record.ts';
import type { RequestContext } from '../../context.ts';
import { requireRole } from '../../require-role.ts';
import { alumniOf } from './require-officer.ts';

export interface Owner {
  /** Whom the token names. */
  readonly subject: string;
  readonly own: OwnRecordFound;
  readonly alumni: AlumniStore;
}

/**
 * The alumnus who signs in, and which record is theirs at this moment. Where none is, the answer is the same, whether none
 * was ever bound, or theirs was erased.
 */
export async function requireOwner(context: RequestContext): Promise<Owner> {
  const { id: subject } = requireRole(context, ['ALUMNUS']);
  const alumni = alumniOf(context);
  const own = await findOwnRecord(alumni, subject, context.signal);
  if (own === null) throw noRecord();
  return { subject, own, alumni };
}

export function noRecord(): DomainError {
  return new DomainError('NotFound', 'No record is bound to who signs in; the alumni office can bind one.');
}
