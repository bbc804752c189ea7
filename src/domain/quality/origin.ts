import type { Checked } from './checked.ts';

/** Where a record comes from: a source, and who published it. */
export interface Origin {
  readonly sourceId: string;
  readonly publisher: string;
}

/** Records that come from the same places, counted together. A record of several sources is in one of these counts only. */
export interface OriginCount extends Checked {
  readonly origins: readonly Origin[];
}
