import { type Term, VOCABULARY } from '../vocabulary.ts';
import type { FlowActivity, FlowBatch } from './flow-activity.ts';

/** What flows can be grouped by. */
export type FlowDimension = Term<'FlowDimension'>;

/** A value of a dimension, which may be the id of a record; null where no source says. */
export type FlowKey = string | null;

/** Those that amounts are split by, in the order in which they are. */
export const SPLITTING = ['RECIPIENT', 'SECTOR'] as const satisfies readonly FlowDimension[];

/** The one key that all transactions of a batch have in a dimension that splits nothing. */
export function keyOf(
  dimension: Exclude<FlowDimension, (typeof SPLITTING)[number]>,
  activity: Pick<FlowActivity, 'channels' | 'roles'>,
  batch: Omit<FlowBatch, 'amounts'>,
): FlowKey {
  switch (dimension) {
    case 'CURRENCY':
      return batch.currency;
    case 'YEAR':
      return batch.year === null ? null : String(batch.year);
    case 'DONOR':
      return batch.donor;
    case 'FLOW_TYPE':
      return batch.type;
    case 'CHANNEL':
      return activity.channels.length === 1 ? (activity.channels[0] ?? null) : null;
    case 'ROLE':
      return VOCABULARY.Role.filter((role) => activity.roles.includes(role)).join(' + ');
  }
}
