import type { Viewer, ViewerRole } from '../../../domain/sign-in/viewer.ts';
import { roleName } from '../../../domain/sign-in/viewer.ts';
import { DomainError } from '../../../errors.ts';
import type { RequestContext } from '../../context.ts';

const MAY: readonly ViewerRole[] = ['CURATOR', 'ADMIN'];

/** Who asks, where they may curate; refused before anything is read otherwise. */
export function requireCurator({ viewer }: Pick<RequestContext, 'viewer'>): Viewer {
  const roles = MAY.map(roleName).join(' or ');
  if (viewer === null) {
    throw new DomainError('Unauthenticated', `Only who signs in may do this: expected a token with the role ${roles}.`);
  }
  if (viewer.roles.some((role) => MAY.includes(role))) return viewer;
  const own = viewer.roles.map(roleName).join(', ') || 'no role';
  throw new DomainError('Forbidden', `The token gives ${own}; expected the role ${roles}.`);
}
