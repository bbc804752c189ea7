import type { Term } from '../../../domain/vocabulary.ts';
import type { ReferenceRow } from '../reference.ts';

export interface ChainActorRow {
  readonly id: string;
  readonly role: Term<'TriangularRole'>;
  readonly basis: Term<'Basis'>;
  readonly actor: ReferenceRow;
  /** Only where countries are wanted. */
  readonly country?: ReferenceRow | null;
}

/** An arrangement as lists of chains show it; actors and activities are there where they are wanted. */
export interface TrilateralChainRow {
  readonly id: string;
  readonly name: string;
  readonly nameKk: string | null;
  readonly nameRu: string | null;
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly actors: readonly ChainActorRow[];
  readonly activities: readonly ReferenceRow[];
}
