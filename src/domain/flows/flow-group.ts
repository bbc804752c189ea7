import type { FlowActivity, FlowBatch } from './flow-activity.ts';

/** Transactions of any activities with the same keys, as one sum; what is not asked for is empty or null. */
export interface FlowGroup extends Omit<FlowBatch, 'amounts'>, Pick<FlowActivity, 'channels' | 'roles'> {
  /** The sum of the amounts that have hundredths at most, in hundredths. */
  readonly hundredths: string;
  /** The other amounts, and those that are too large to be summed with them. */
  readonly others: readonly string[];
  readonly transactions: number;
  /** None of them has transactions in another group that differs from this one only in channels or roles. */
  readonly activities: number;
}
