import type { Viewer } from '../../../domain/sign-in/viewer.ts';
import type { RequestContext } from '../../context.ts';
import { requireRole } from '../../require-role.ts';

/** Who asks, where they may curate; refused before anything is read otherwise. */
export function requireCurator(context: Pick<RequestContext, 'viewer'>): Viewer {
  return requireRole(context, ['CURATOR', 'ADMIN']);
}
