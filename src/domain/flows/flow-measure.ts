import type { Term } from '../vocabulary.ts';

/** What can be summed, and the types of transaction that each sum is made of. */
export const FLOW_MEASURES = {
  COMMITMENTS: ['OUTGOING_COMMITMENT'],
  DISBURSEMENTS: ['DISBURSEMENT'],
  EXPENDITURE: ['EXPENDITURE'],
  SPENDING: ['DISBURSEMENT', 'EXPENDITURE'],
  INCOMING_FUNDS: ['INCOMING_FUNDS'],
  INCOMING_COMMITMENTS: ['INCOMING_COMMITMENT'],
  PLEDGES: ['OUTGOING_PLEDGE'],
} as const satisfies Record<Term<'FlowMeasure'>, readonly Term<'TransactionType'>[]>;

export type FlowMeasure = Term<'FlowMeasure'>;
