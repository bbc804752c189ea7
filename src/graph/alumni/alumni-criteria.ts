import type { ConsentTerms } from '../../domain/alumni/consent.ts';

/** NEAR: each word of the text is a word of the name or begins one. FAR: they are alike, and one differs by a slip. */
export type Nearness = 'NEAR' | 'FAR';

/** Which alumni are wanted: all conditions must hold. */
export interface AlumniCriteria {
  /** Filed under at least one drawer of each of these lists. An empty list is met by nobody. */
  readonly drawers: readonly (readonly string[])[];
  /** Has given this consent, and it is in force on the day. */
  readonly consent: (ConsentTerms & { readonly day: string }) | null;
  /** Has a name with words like all of these. */
  readonly text: string | null;
  /** How like; either way unless given. */
  readonly nearness?: Nearness;
}

export const ALL_ALUMNI: AlumniCriteria = { drawers: [], consent: null, text: null };
