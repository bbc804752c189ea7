import type { Viewer } from '../../../domain/sign-in/viewer.ts';
import { DomainError } from '../../../errors.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import type { RequestContext } from '../../context.ts';
import { requireRole } from '../../require-role.ts';

/** Who asks, and where alumni are kept; refused before anything is read where they do not work with alumni. */
export function requireOfficer(context: RequestContext): { readonly viewer: Viewer; readonly alumni: AlumniStore } {
  const viewer = requireRole(context, ['ALUMNI_OFFICER', 'ADMIN']);
  return { viewer, alumni: alumniOf(context) };
}

/** Where alumni are kept. Who asks must have been looked at before. */
export function alumniOf({ alumni }: RequestContext): AlumniStore {
  if (alumni === null)
    throw new DomainError('Unavailable', 'No alumni are served here: the server was given no keys that open them.');
  return alumni;
}
