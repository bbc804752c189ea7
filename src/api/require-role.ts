import { roleName, type Viewer, type ViewerRole } from '../domain/sign-in/viewer.ts';
import { DomainError } from '../errors.ts';
import type { RequestContext } from './context.ts';

/** Who asks, where they have one of these roles; refused before anything is read otherwise, whatever is asked for. */
export function requireRole({ viewer }: Pick<RequestContext, 'viewer'>, allowed: readonly ViewerRole[]): Viewer {
  const roles = allowed.map(roleName).join(' or ');
  if (viewer === null) {
    throw new DomainError('Unauthenticated', `Only who signs in may do this: expected a token with the role ${roles}.`);
  }
  if (viewer.roles.some((role) => allowed.includes(role))) return viewer;
  const own = viewer.roles.map(roleName).join(', ') || 'no role';
  throw new DomainError('Forbidden', `The token gives ${own}; expected the role ${roles}.`);
}
