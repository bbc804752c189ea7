import { VOCABULARY } from '../../domain/vocabulary.ts';
import type { StatementRow } from './statement-row.ts';

/** What a fact rests on, as it is kept with it. */
export interface Support {
  readonly statementIds: readonly string[];
  readonly basis: string | null;
}

/** The support that statements give, where they are all there are: their ids in a fixed order, and the strongest basis. */
export function supportBy(rows: readonly StatementRow[]): Support {
  const ids = new Set(rows.map(({ properties }) => properties.id));
  const bases = new Set(rows.map(({ properties }) => properties.basis));
  return { statementIds: [...ids].sort(), basis: VOCABULARY.Basis.find((basis) => bases.has(basis)) ?? null };
}
