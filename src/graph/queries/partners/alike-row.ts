import { entityTypeOf } from '../../../domain/entity-type.ts';
import { type AlikeActivities, type SharedWork, sumUpSharedWork } from '../../../domain/shared-work.ts';

/** What `ALIKE_ROW` gives. */
export interface AlikeRow extends Omit<AlikeActivities, 'kind'> {
  readonly labels: readonly string[];
}

/** What the activities that a partner shares have in common, of the rows of that partner. */
export function toSharedWork(rows: readonly AlikeRow[]): SharedWork {
  return sumUpSharedWork(rows.map(({ labels, ...row }) => ({ ...row, kind: entityTypeOf(labels) })));
}
