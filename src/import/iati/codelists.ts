import type { Term, Vocabulary } from '../../domain/vocabulary.ts';

/** The codes of IATI 2.03 in the words of the model. A code that is not here is a problem, never a guess. */
export const CODELISTS = {
  OrganisationRole: table<'Role'>({ 1: 'FUNDING', 2: 'ACCOUNTABLE', 3: 'EXTENDING', 4: 'IMPLEMENTING' }),
  ActivityStatus: table<'ActivityStatus'>({
    1: 'PLANNED',
    2: 'ONGOING',
    3: 'FINALISING',
    4: 'CLOSED',
    5: 'CANCELLED',
    6: 'SUSPENDED',
  }),
  RelatedActivityType: table<'RelatedActivityKind'>({
    1: 'PARENT',
    2: 'CHILD',
    3: 'SIBLING',
    4: 'CO_FUNDED',
    5: 'THIRD_PARTY',
  }),
  TransactionType: table<'TransactionType'>({
    1: 'INCOMING_FUNDS',
    2: 'OUTGOING_COMMITMENT',
    3: 'DISBURSEMENT',
    4: 'EXPENDITURE',
    5: 'INTEREST_PAYMENT',
    6: 'LOAN_REPAYMENT',
    7: 'REIMBURSEMENT',
    8: 'PURCHASE_OF_EQUITY',
    9: 'SALE_OF_EQUITY',
    10: 'CREDIT_GUARANTEE',
    11: 'INCOMING_COMMITMENT',
    12: 'OUTGOING_PLEDGE',
    13: 'INCOMING_PLEDGE',
  }),
  OrganisationType: table<'OrganisationKind'>({
    10: 'GOVERNMENT',
    11: 'GOVERNMENT',
    15: 'OTHER',
    21: 'NGO',
    22: 'NGO',
    23: 'NGO',
    24: 'NGO',
    30: 'OTHER',
    40: 'MULTILATERAL',
    60: 'FOUNDATION',
    70: 'PRIVATE',
    71: 'PRIVATE',
    72: 'PRIVATE',
    73: 'PRIVATE',
    80: 'ACADEMIC',
    90: 'OTHER',
  }),
} as const;

function table<List extends keyof Vocabulary>(
  terms: Readonly<Record<string, Term<List>>>,
): ReadonlyMap<string, Term<List>> {
  return new Map(Object.entries(terms));
}
