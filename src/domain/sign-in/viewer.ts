import { type Term, VOCABULARY } from '../vocabulary.ts';

/** What somebody who signs in may be: each allows more than reading what is public. */
export type ViewerRole = Term<'ViewerRole'>;

/** Who asks, as their token says. Who shows no token is nobody. */
export interface Viewer {
  /** Stays the same for one person. */
  readonly id: string;
  readonly roles: readonly ViewerRole[];
}

/** How tokens and the command line write a role: alumni_officer. */
export function roleName(role: ViewerRole): string {
  return role.toLowerCase();
}

/** Null for what is no role of ours. */
export function findRole(name: string): ViewerRole | null {
  return VOCABULARY.ViewerRole.find((role) => roleName(role) === name) ?? null;
}
